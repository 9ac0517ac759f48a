import type { Rule } from '../../model/index.ts';
import type { Arrow, Node, Quotient } from './quotient.ts';

/** What a letter meets: it is taken, or a rule refuses it, or nothing listens. */
const REFUSED = -1;
const IDLE = -2;

/**
 * One situation that goes from letter to letter by the tables, without allocating: the node says which arrow a letter
 * takes, and the arrow which states are set.
 */
export class Walker {
  readonly standing: Uint8Array;
  node = 0;
  private readonly quotient: Quotient;
  private readonly count: number;
  private readonly takes: Int16Array;
  private readonly rules: readonly ReadonlyMap<number, Rule>[];

  constructor(quotient: Quotient) {
    const { nodes, letters, initial } = quotient;
    this.quotient = quotient;
    this.count = letters.length;
    this.standing = initial.slice();
    this.takes = new Int16Array(nodes.length * this.count).fill(REFUSED);
    this.rules = nodes.map(({ answers }) => new Map(answers.map(({ letter, rule }) => [letter, rule])));
    nodes.forEach(({ arrows, idle }, node) => {
      for (const letter of idle) this.takes[node * this.count + letter] = IDLE;
      arrows.forEach(({ letter }, arrow) => {
        this.takes[node * this.count + letter] = arrow;
      });
    });
  }

  /** Takes a letter, and says whether it was taken: else nothing changes. */
  take(letter: number): boolean {
    const arrow = this.takes[this.node * this.count + letter] as number;
    if (arrow < 0) return arrow === IDLE;
    const { to, sets } = (this.quotient.nodes[this.node] as Node).arrows[arrow] as Arrow;
    for (let place = 0; place < sets.length; place += 1) {
      const state = sets[place] as number;
      if (state >= 0) this.standing[place] = state;
    }
    this.node = to;
    return true;
  }

  /** The rule that decides on a command here. */
  rule(letter: number): Rule | undefined {
    return this.rules[this.node]?.get(letter);
  }

  restart(): void {
    this.standing.set(this.quotient.initial);
    this.node = 0;
  }
}

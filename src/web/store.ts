import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Lifecycle, StepResult, System, View } from '../model/index.ts';
import { ScenarioError } from '../scenario/index.ts';
import type { TakenMove } from '../session/move-log.ts';
import type { CommandAnswer, Session, Turn } from '../session/session.ts';
import { played, type ScriptLine, type ScriptProblem, scriptIn } from './script.ts';
import { settling } from './steady.ts';

/** Steps that were left behind when other steps were taken. */
interface Branch {
  readonly name: string;
  readonly text: string;
  readonly turns: number;
}

const MOST_BRANCHES = 20;

/**
 * The state of the page. The text is the scenario; the session is derived from the last text without errors.
 */
export class Store {
  readonly text = signal('');
  readonly problems = signal<readonly ScriptProblem[]>([]);
  readonly branches = signal<readonly Branch[]>([]);
  readonly chosen = signal('');
  /** One sentence for the user; a screen reader reads it out. */
  readonly notice = signal('');
  readonly system: System;
  readonly turns: ReadonlySignal<readonly Turn[]>;
  readonly undone: ReadonlySignal<readonly Turn[]>;
  readonly views: ReadonlySignal<readonly View[]>;
  readonly last: ReadonlySignal<StepResult | undefined>;
  /** Every transition that was taken. */
  readonly moves: ReadonlySignal<readonly TakenMove[]>;
  private readonly made = signal<readonly string[]>([]);
  /** A session changes in place; a new wrapper each time signals the change. */
  private readonly moment: Signal<{ readonly session: Session }>;
  private rows: readonly ScriptLine[] = [];
  private readonly settled = settling<CommandAnswer>();

  /** Opens a scenario after so many of its turns, by default all. If it has errors, the session is empty. */
  constructor(system: System, scenario: string, turns?: number) {
    this.system = system;
    this.moment = signal({ session: played(system, []) });
    this.read(scenario, turns);
    this.chosen.value = this.keyOf(mainKind(system));
    this.turns = computed(() => this.session.turns);
    this.undone = computed(() => this.session.undone);
    this.last = computed(() => this.session.turns.at(-1)?.results.at(-1));
    this.moves = computed(() => this.session.turns.flatMap(({ moves = [] }) => moves));
    const view = settling<View>();
    this.views = computed(() => {
      const { session } = this;
      const touched = session.views();
      const known = new Set(touched.map(({ entity }) => entity));
      const others = [...new Set([...this.made.value, this.chosen.value])].filter((key) => !known.has(key));
      return [...touched, ...others.map((key) => session.view(key))].map((each) => view(each.entity, each));
    });
  }

  /** The session. A component that reads it renders again when it changes. */
  get session(): Session {
    return this.moment.value.session;
  }

  /** How a command of the chosen entity would be answered. */
  answer(command: string): CommandAnswer {
    return this.settled(command, this.session.answer(this.chosen.value, command));
  }

  private get held(): Session {
    return this.moment.peek().session;
  }

  private set held(session: Session) {
    this.moment.value = { session };
  }

  get lifecycle(): Lifecycle {
    return this.system.entities[this.chosen.value.split(':')[0] ?? ''] as Lifecycle;
  }

  keyOf(kind: string, id?: string): string {
    return `${kind}:${this.system.entities[kind]?.singleton ?? (id || '1')}`;
  }

  has(key: string): boolean {
    return Object.hasOwn(this.system.entities, key.split(':')[0] ?? '');
  }

  /** Replaces the scenario. If the new one has errors, the session stays as it was. */
  read(scenario: string, turns?: number): void {
    const { text, rows, problems } = scriptIn(this.system, scenario);
    batch(() => {
      this.text.value = text;
      this.problems.value = problems;
      if (problems.length > 0) return;
      this.notice.value = '';
      this.rows = rows;
      this.held = at(played(this.system, rows), turns);
    });
  }

  /** Takes a step in the present situation. Undone steps become a branch. */
  send(line: string): boolean {
    this.notice.value = '';
    const { held } = this;
    const { turns, undone } = held;
    const name = undone.length > 0 ? `${turns.length + 1}: ${undone[0]?.line}` : 'text with errors';
    const left = { name, text: this.text.value, turns: turns.length + undone.length };
    const isLeft = undone.length > 0 || this.problems.value.length > 0;
    const kept = this.keptLines();
    try {
      held.send(line);
    } catch (error) {
      if (!(error instanceof ScenarioError || error instanceof TypeError)) throw error;
      this.notice.value = error.message.replace(/^\S+:\d+:\d+: /, '');
      return false;
    }
    batch(() => {
      if (isLeft) this.branches.value = [...this.branches.value, left].slice(-MOST_BRANCHES);
      const { lines, rows } = kept;
      this.text.value = [...lines, line, ''].join('\n');
      this.rows = [...rows, { line: lines.length, text: line }];
      this.problems.value = [];
      this.held = held;
    });
    return true;
  }

  /** The text up to the last step that was taken; if the text has errors, the steps that were played. */
  private keptLines(): { readonly lines: readonly string[]; readonly rows: readonly ScriptLine[] } {
    const { turns } = this.held;
    if (this.problems.value.length > 0) {
      return { lines: turns.map(({ line }) => line), rows: turns.map(({ line: text }, line) => ({ line, text })) };
    }
    const rows = this.rows.slice(0, turns.length);
    return { lines: this.text.value.split('\n').slice(0, (rows.at(-1)?.line ?? -1) + 1), rows };
  }

  undo(): void {
    const { held } = this;
    if (held.undo()) this.held = held;
  }

  redo(): void {
    const { held } = this;
    if (held.redo()) this.held = held;
  }

  /** Goes to the situation after that many turns; later ones can be redone. */
  goTo(turn: number): void {
    this.held = at(this.held, turn);
  }

  take(branch: Branch): void {
    this.branches.value = this.branches.value.filter((other) => other !== branch);
    this.read(branch.text, branch.turns);
  }

  choose(key: string): void {
    batch(() => {
      if (!this.made.value.includes(key)) this.made.value = [...this.made.value, key];
      this.chosen.value = key;
    });
  }
}

/** The session after that many turns, by default as it is. */
function at(session: Session, turn = session.turns.length): Session {
  if (turn === session.turns.length) return session;
  const step = turn === 0 ? 0 : [...session.turns, ...session.undone][turn - 1]?.results.at(-1)?.step;
  return step === undefined ? session : session.at(step);
}

/** The kind of entity with the most phases and commands: the one that users come for. */
const mainKind = ({ entities }: System): string =>
  Object.values(entities).reduce((most, next) => (size(next) > size(most) ? next : most)).kind;

const size = ({ phases, commands }: Lifecycle): number =>
  Object.keys(phases).length * 100 + Object.keys(commands).length;

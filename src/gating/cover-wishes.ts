import { isPhase, statusOf } from '../model/index.ts';
import { EMPTY } from '../reach/diagram/nodes.ts';
import type { Query } from '../reach/query.ts';
import { codeOf } from './findings.ts';

/** A target of a cover: a status within a class of expected answers, or a step from one class to another. */
export interface Wish {
  /** A shortest scenario to it. */
  readonly lines: readonly string[];
  /** The answers at the end. */
  readonly after: string;
  /** For a step, the answers where it begins. */
  readonly before?: string;
  readonly state?: { readonly phase: string; readonly status: string | null };
}

/** All targets of a cover of the situations: statuses, then steps, nearest first. */
export function wishesOf(query: Query): Wish[] {
  const classes = new Map<string, number>();
  for (const [codes, { set }] of query.all.byAnswers((rule) => String(codeOf(rule) ?? ''))) {
    classes.set(codes.join(' '), set);
  }
  const nearestFirst = (one: Wish, other: Wish): number => one.lines.length - other.lines.length;
  return [[...statusesIn(query, classes)], [...stepsIn(query, classes)]].flatMap((some) => some.sort(nearestFirst));
}

function* statusesIn(query: Query, classes: ReadonlyMap<string, number>): Generator<Wish> {
  const { diagrams, world } = query.reachable;
  for (const [after, set] of classes) {
    for (const [level, { member, name, states }] of world.levels.entries()) {
      if (!isPhase(name)) continue;
      for (const state of diagrams.statesAt(set, level)) {
        const { lines } = wayInto(query, diagrams.restrict(set, level, 1 << state));
        const status = statusOf(states[state] as string);
        yield { lines, after, ...(member === 0 ? { state: { phase: name, status } } : {}) };
      }
    }
  }
}

function* stepsIn(query: Query, classes: ReadonlyMap<string, number>): Generator<Wish> {
  const { diagrams, transitions, world } = query.reachable;
  for (const [before, set] of classes) {
    // Of several letters, a command is preferred to a report, and either to a wait.
    const images = [...world.letters.keys()].flatMap((letter) => {
      const image = diagrams.minus(transitions.image(letter, set), set);
      return image === EMPTY ? [] : [{ letter, image }];
    });
    for (const [after, other] of classes) {
      const from = images.reduce((all, { letter, image }) => {
        const start = transitions.preimage(letter, diagrams.common(image, other));
        return diagrams.union(all, diagrams.common(start, set));
      }, EMPTY);
      if (from === EMPTY) continue;
      const { lines, end } = wayInto(query, from);
      const leads = ({ letter }: { letter: number }): boolean =>
        diagrams.common(transitions.image(letter, diagrams.one(end)), other) !== EMPTY;
      const last = world.letters[images.find(leads)?.letter as number]?.line as string;
      yield { lines: [...lines, last], after, before };
    }
  }
}

/** A shortest scenario into a set of situations, and where it ends. */
function wayInto({ routes }: Query, set: number): { readonly lines: readonly string[]; readonly end: Uint8Array } {
  const route = routes.to(set);
  if (!route) throw new Error('no route leads to situations that are reached');
  return { lines: routes.linesOf(route), end: route.end };
}

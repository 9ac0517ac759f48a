import type { Condition, Fact, Handlers, Lifecycle, Refusal } from '../../src/define/index.ts';
import { parametersFit } from './facts.ts';
import { refuse } from './gates.ts';

/** What tells one kind of thing that is there or not from another (wildduck 6). */
interface Presence<C extends Lifecycle['commands']> {
  readonly kind: string;
  /** How a sentence calls it. */
  readonly label: string;
  readonly commands: C;
  /** What makes one. */
  readonly by: keyof C & string;
  /** What it keeps from then on. */
  readonly keeps?: readonly string[];
  /** What else happens to it, whether it is there or not. */
  readonly on?: Handlers;
  /** What else ends it, and the lines that bring that about. */
  readonly ends?: Lifecycle['internal'];
  readonly rules: Lifecycle['rules'];
  readonly facts?: { readonly [fact: string]: Fact };
}

/** The one machine of all that is only there or not: made and deleted, and under an id that is free made again. */
export function presence<const C extends Lifecycle['commands']>(given: Presence<C>) {
  const { kind, label, commands, by, keeps, on = {}, ends = {}, rules, facts = {} } = given;
  const phase = kind.toUpperCase();
  const deleted = Object.fromEntries(['delete', ...Object.keys(ends)].map((event) => [event, 'DELETED']));
  return {
    kind,
    chart: {
      id: `wildduck-${kind}`,
      states: {
        [phase]: {
          initial: 'null',
          on: { [by]: { target: 'PRESENT', ...(keeps ? { actions: keeps } : {}) }, ...on },
          states: { null: {}, PRESENT: { on: deleted }, DELETED: {} },
        },
      },
    },
    phases: { [phase]: { PRESENT: null, DELETED: null } },
    commands,
    reports: {},
    internal: ends,
    rules,
    facts: { parametersFit: parametersFit(commands), ...facts },
    is: { there: { [phase]: 'PRESENT' } },
    words: { [phase]: { PRESENT: `the ${label} is there`, 'not PRESENT': `the ${label} is not there` } },
  } as const satisfies Lifecycle;
}

/** The kind is there, or not. */
export const isPresent = (kind: string): Condition => ({ [kind.toUpperCase()]: 'PRESENT' });
export const isAbsent = (kind: string): Condition => ({ [kind.toUpperCase()]: { not: 'PRESENT' } });

/** Nothing of that id is there. */
export const notThere = (kind: string, code: string): Omit<Refusal, 'gate'> => refuse(code, isAbsent(kind));

/** Nothing of that id is there under the user in the path. */
export const notTheUsers = (kind: string, code: string): Omit<Refusal, 'gate'> =>
  refuse(code, { called: `the user has no such ${kind}`, any: [isAbsent(kind), { ownedByUser: false }] });

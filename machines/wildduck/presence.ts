import type { Condition, Fact, Handlers, Lifecycle, Refusal } from '../../src/define/index.ts';
import { parametersFit } from './facts.ts';
import { refuse } from './gates.ts';

/** What differs between the kinds that only exist or do not (wildduck 6). */
interface Presence<C extends Lifecycle['commands']> {
  readonly kind: string;
  /** Its name in sentences. */
  readonly label: string;
  readonly commands: C;
  /** The command that makes one. */
  readonly by: keyof C & string;
  /** The effects of making one. */
  readonly keeps?: readonly string[];
  /** Further events, whether it exists or not. */
  readonly on?: Handlers;
  /** Further events that end it, and the lines that cause them. */
  readonly ends?: Lifecycle['internal'];
  readonly rules: Lifecycle['rules'];
  readonly facts?: { readonly [fact: string]: Fact };
}

/** The lifecycle of everything that only exists or does not: it is made and deleted, and the id can be used again. */
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
    words: { [phase]: { PRESENT: `the ${label} exists`, 'not PRESENT': `the ${label} does not exist` } },
  } as const satisfies Lifecycle;
}

/** The entity exists, or does not. */
export const isPresent = (kind: string): Condition => ({ [kind.toUpperCase()]: 'PRESENT' });
export const isAbsent = (kind: string): Condition => ({ [kind.toUpperCase()]: { not: 'PRESENT' } });

/** No entity has that id. */
export const notThere = (kind: string, code: string): Omit<Refusal, 'gate'> => refuse(code, isAbsent(kind));

/** No entity with that id belongs to the user in the path. */
export const notTheUsers = (kind: string, code: string): Omit<Refusal, 'gate'> =>
  refuse(code, { called: `the user has no such ${kind}`, any: [isAbsent(kind), { ownedByUser: false }] });

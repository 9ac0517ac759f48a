import {
  type Condition,
  type Deed,
  type Mark,
  numbered,
  type Pass,
  type Refusal,
  type Rule,
  type Unnumbered,
} from '../../src/define/index.ts';

/** The command is rejected. Unless it is said otherwise the server's source has the gate, in this place. */
export const refuse = (code: string, when: Condition, mark: Mark = 'F'): Omit<Refusal, 'gate'> => ({
  code,
  when,
  mark,
});

/** The command is rejected, and that counts as a failure. */
export const counted = (code: string, effect: string, when: Condition): Omit<Refusal, 'gate'> => ({
  ...refuse(code, when),
  effect,
});

/** The command is accepted at once: nothing is carried out, and no fault strikes. */
export const pass = (when: Condition): Omit<Pass, 'gate'> => ({ accepts: true, when, mark: 'F' });

/** Whatever the gates behind it say, and even if a fault strikes, this takes place. */
export const deed = (effect: string, when: Condition = {}): Omit<Deed, 'gate'> => ({ effect, when, mark: 'F' });

/** The user in the path has to be there. */
export const noUser = (mark: Mark = 'F'): Omit<Refusal, 'gate'> => refuse('UserNotFound', { userThere: false }, mark);

/** What `create` and its like answer under an id that is in use (wildduck 1). */
export const inUse = (when: Condition): Omit<Refusal, 'gate'> => refuse('InputValidationError', when, 'I');

/**
 * The gates of every command, its parameters first, each named by the command and its place. `unreadable` adds what
 * else makes the parameters of a command unfit.
 */
export function gates(
  rules: { readonly [command: string]: readonly Unnumbered[] },
  unreadable: { readonly [command: string]: Condition } = {},
): { readonly [command: string]: readonly Rule[] } {
  const unfit: Condition = { parametersFit: false };
  const all = Object.entries(rules).map(([command, list]): [string, readonly Unnumbered[]] => {
    const more = unreadable[command];
    return [command, [refuse('InputValidationError', more === undefined ? unfit : { any: [unfit, more] }), ...list]];
  });
  return numbered(Object.fromEntries(all));
}

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

/** Rejects the command. By default the mark is F: the server's source has the gate in this place. */
export const refuse = (code: string, when: Condition, mark: Mark = 'F'): Omit<Refusal, 'gate'> => ({
  code,
  when,
  mark,
});

/** Rejects the command and counts a failure. */
export const counted = (code: string, effect: string, when: Condition): Omit<Refusal, 'gate'> => ({
  ...refuse(code, when),
  effect,
});

/** Accepts the command at once: nothing is carried out, and no fault strikes. */
export const pass = (when: Condition): Omit<Pass, 'gate'> => ({ accepts: true, when, mark: 'F' });

/** Has an effect, whatever later gates say, and even if a fault strikes. */
export const deed = (effect: string, when: Condition = {}): Omit<Deed, 'gate'> => ({ effect, when, mark: 'F' });

/** The user in the path must exist. */
export const noUser = (mark: Mark = 'F'): Omit<Refusal, 'gate'> => refuse('UserNotFound', { userThere: false }, mark);

/** The answer of `create` and similar commands if the id is in use (wildduck 1). */
export const inUse = (when: Condition): Omit<Refusal, 'gate'> => refuse('InputValidationError', when, 'I');

/**
 * The gates of every command, parameters first, each named by its command and position. `unreadable` adds further
 * conditions under which a command's parameters are bad.
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

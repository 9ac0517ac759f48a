import { isPass, isRefusal, type Rule } from '../../../src/model/index.ts';
import { every, FALSE, not, some, TRUE } from './logic.ts';
import type { Happening, Space } from './space.ts';

/** True if no rule refuses the command, or an earlier rule accepts it. */
export const accepted = (space: Space, rules: readonly Rule[], about: Happening): string =>
  decided(space, rules, about, TRUE);

/** True if an accepting rule decides, so that nothing is carried out. */
export const passed = (space: Space, rules: readonly Rule[], about: Happening): string =>
  decided(space, rules, about, FALSE);

/** True if the command is accepted. If no rule decides, the value is `undecided`. */
function decided(space: Space, [rule, ...rest]: readonly Rule[], about: Happening, undecided: string): string {
  if (!rule) return undecided;
  const otherwise = decided(space, rest, about, undecided);
  if (isRefusal(rule)) return every([not(space.holds(rule.when, about)), otherwise]);
  return isPass(rule) ? some([space.holds(rule.when, about), otherwise]) : otherwise;
}

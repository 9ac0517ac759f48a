import type { Deed, Pass, Refusal, Rule } from './lifecycle.ts';

/** A rule without its gate's name. */
export type Unnumbered = Omit<Refusal, 'gate'> | Omit<Pass, 'gate'> | Omit<Deed, 'gate'>;

/** Names each gate by its command and position: `start 3`. */
export function numbered<Gate extends Unnumbered>(rules: {
  readonly [command: string]: readonly Gate[];
}): { readonly [command: string]: readonly (Gate & Pick<Rule, 'gate'>)[] } {
  return Object.fromEntries(
    Object.entries(rules).map(([command, list]) => [
      command,
      list.map((each, index) => ({ ...each, gate: `${command} ${index + 1}` })),
    ]),
  );
}

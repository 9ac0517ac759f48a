import type { Page } from 'playwright-core';
import type { UiOutcome } from '../gating/asking.ts';
import type { ControlState } from '../gating/report.ts';
import { nearest } from '../model/near.ts';
import type { Offer, PageAdapter } from './adapter.ts';
import type { Control } from './in-page.ts';

/** What the page does with each command, or how it failed. */
export type Outcomes = ReadonlyMap<string, UiOutcome>;

/** The commands that are checked, and all that the entity has. */
interface Commands {
  readonly commands: readonly string[];
  readonly known: readonly string[];
}

/**
 * Interprets the controls of a page: a command is offered if one of its controls can be used. A page without controls
 * has failed. So has a control for a command that the model does not know.
 */
export function outcomesOf(controls: readonly Control[], { commands, known }: Commands): Outcomes {
  if (controls.length === 0) return new Map(commands.map((command) => [command, NO_CONTROL]));
  const outcomes = new Map<string, UiOutcome>(commands.map((command) => [command, offeredNot('not found')]));
  for (const { command, state, code } of controls) {
    if (!known.includes(command)) outcomes.set(command, unknownCommand(command, known));
    const before = outcomes.get(command);
    if (!before || 'fault' in before || before.enabled) continue;
    if (state === 'enabled') outcomes.set(command, { enabled: true, code: undefined, silent: false });
    else if (state === 'disabled' || before.control === 'not found') outcomes.set(command, offeredNot(state, code));
  }
  return outcomes;
}

/** How the whole page failed in this situation; undefined if it did not. */
export function lostAs(outcomes: Outcomes): UiOutcome | undefined {
  const [first] = outcomes.values();
  if (!first || !('fault' in first) || first.fault === 'unknown-command') return undefined;
  return [...outcomes.values()].every((outcome) => outcome === first) ? first : undefined;
}

/** What an adapter says of every command. */
export async function answeredBy(
  page: Page,
  enabled: NonNullable<PageAdapter['enabled']>,
  commands: readonly string[],
): Promise<Outcomes> {
  const outcomes = new Map<string, UiOutcome>();
  for (const command of commands) outcomes.set(command, outcomeOf(await enabled(page, command)));
  return outcomes;
}

export const NO_CONTROL: UiOutcome = { fault: 'no-control', says: 'shows no control with data-command' };

const offeredNot = (control: ControlState, code: string | null = null): UiOutcome => ({
  enabled: false,
  code: code === null || code === '' ? undefined : code,
  silent: control === 'not found',
  control,
});

function unknownCommand(command: string, known: readonly string[]): UiOutcome {
  const near = nearest(command, known);
  const meant = near === undefined ? '' : ` (did you mean ${near}?)`;
  return { fault: 'unknown-command', says: `has a control for it, and the model has no such command${meant}` };
}

function outcomeOf(offer: Offer): UiOutcome {
  if (typeof offer === 'boolean') return { enabled: offer, code: undefined, silent: false };
  const given: unknown = offer;
  if (typeof given === 'object' && given !== null && 'enabled' in given && typeof given.enabled === 'boolean') {
    return { enabled: given.enabled, code: offer.code, silent: false };
  }
  return { fault: 'no-answer', says: `answered ${JSON.stringify(given)}` };
}

import { kept, type Lifecycle, type System } from '../model/index.ts';
import type { UiOutcome } from './asking.ts';
import type { Representative } from './cover-choice.ts';
import { mismatchIn } from './findings.ts';
import type { Mismatch } from './report.ts';
import { mismatchOf } from './report-builder.ts';

/** What a UI does with every command in a situation that it was shown. */
export interface PageAnswers {
  readonly representative: Representative;
  readonly outcomes: ReadonlyMap<string, UiOutcome>;
}

/** A kind of mismatch, with the situation that its scenario leads to. */
export interface MismatchFound {
  readonly mismatch: Mismatch;
  readonly representative: Representative;
}

/**
 * Compares what a UI did with the model, situation by situation. Each kind of mismatch has its nearest situation, and the
 * number of situations shown that have it.
 */
export function mismatchesIn(system: System, entity: string, shown: readonly PageAnswers[]): MismatchFound[] {
  const groups = new Map<string, Pick<Mismatch, 'command' | 'kind'> & { outcome: UiOutcome; all: Representative[] }>();
  for (const { representative, outcomes } of shown) {
    for (const [command, outcome] of outcomes) {
      const found = mismatchIn(system, command, outcome, representative.rules.get(command));
      if (!found) continue;
      kept(groups, found.key, () => ({ command, kind: found.kind, outcome, all: [] })).all.push(representative);
    }
  }
  const hints = hintsFor(shown);
  const lifecycle = system.entities[entity] as Lifecycle;
  const order = Object.keys(lifecycle.commands);
  return [...groups.values()]
    .map(({ command, kind, outcome, all }) => {
      const representative = all.reduce((best, each) => (each.lines.length < best.lines.length ? each : best));
      const mismatch = mismatchOf(system, lifecycle, {
        command,
        kind,
        outcome,
        rule: representative.rules.get(command),
        situations: all.length,
        scenario: representative.lines,
        view: representative.view,
      });
      const hint = hints.get(command);
      return { mismatch: hint === undefined ? mismatch : { ...mismatch, hint }, representative };
    })
    .sort((a, b) => order.indexOf(a.mismatch.command) - order.indexOf(b.mismatch.command));
}

/** What to look at if a command was never offered, though the model accepts it in some situation. */
function hintsFor(shown: readonly PageAnswers[]): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>();
  for (const { outcomes } of shown) {
    for (const [command, outcome] of outcomes) {
      if ('fault' in outcome) continue;
      kept(found, command, () => new Set()).add(outcome.enabled ? 'enabled' : (outcome.control ?? ''));
    }
  }
  return new Map(
    [...found].flatMap(([command, states]): [string, string][] => {
      if (states.has('enabled') || states.has('')) return [];
      const [only] = states.size === 1 ? states : [];
      if (only === 'not found') {
        return [
          [command, `no situation shows data-command="${command}": mark its control, or leave it out by --command`],
        ];
      }
      return [[command, `no situation offers it: its control is always ${[...states].sort().join(' or ')}`]];
    }),
  );
}

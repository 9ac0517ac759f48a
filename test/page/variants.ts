import { fileURLToPath } from 'node:url';
import { egnyte } from '../../machines/egnyte/index.ts';
import type { UiOutcome } from '../../src/gating/asking.ts';
import type { Cover } from '../../src/gating/cover.ts';
import { type MismatchFound, mismatchesIn } from '../../src/gating/cover-report.ts';
import type { Gating } from './walking.ts';

/** The folder of the example page. */
export const example = fileURLToPath(new URL('../../docs/examples/gating-ui', import.meta.url));

/** A wrong variant of the example, and what a check must find. */
export interface Fault {
  readonly name: string;
  readonly says: string;
  readonly brings: readonly string[];
  readonly withSchedule?: readonly string[];
}

export const { faults } = (await import(`${example}/faults.js`)) as { readonly faults: readonly Fault[] };

export const gatingOf = async (name: string): Promise<Gating> =>
  ((await import(`${example}/variants/${name}.js`)) as { readonly default: Gating }).default;

/** A mismatch in the notation of the example's faults: `scan.start: enabled, not 650`. */
function groupOf({
  command,
  ui,
  uiCode,
  error,
}: {
  readonly command: string;
  readonly ui: string;
  readonly uiCode?: string | number;
  readonly error?: { readonly code: string | number };
}): string {
  return `${command}: ${ui === 'disabled' ? uiCode : ui}, not ${error?.code ?? 'accepted'}`;
}

/** Two gates of a command may refuse with the same code: they are two mismatches in one group. */
export const groupsOf = (mismatches: readonly Parameters<typeof groupOf>[0][]): string[] =>
  [...new Set(mismatches.map(groupOf))].sort();

/** What a variant does in every situation of a cover, compared with the model, without a browser. */
export async function metIn({ representatives }: Cover, name: string): Promise<MismatchFound[]> {
  const gating = await gatingOf(name);
  const shown = representatives.map((representative) => {
    const outcomes = [...representative.rules.keys()].map((command): [string, UiOutcome] => {
      const { enabled, code } = gating(command, representative.view);
      return [command, { enabled, code, silent: false }];
    });
    return { representative, outcomes: new Map(outcomes) };
  });
  return mismatchesIn(egnyte, 'job', shown);
}

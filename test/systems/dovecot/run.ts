import { dovecot } from '../../../machines/dovecot/index.ts';
import { simulate } from '../../../src/engine/simulate.ts';
import type { Change, StepResult } from '../../../src/model/index.ts';
import { readScenario } from '../../../src/scenario/index.ts';

/** The result of each step of a scenario. */
export const run = (text: string, file?: string): StepResult[] => [
  ...simulate(readScenario(dovecot, text, file), dovecot),
];

/** The last step's rejection, or its outcome. */
export function answerTo(text: string): string {
  const last = run(text).at(-1);
  return String(last?.error?.code ?? last?.outcome);
}

/** The last step's changes, in any order: `account:1 MIGRATION RETRYING 75 EX_TEMPFAILE`. */
export const changesOf = (text: string): string[] => (run(text).at(-1)?.changes ?? []).map(written).sort();

function written({ entity, phase, status, error }: Change): string {
  return [entity, phase, String(status), ...(error ? [error.code, error.name] : [])].join(' ');
}

import type { Log, ReportingDescriptor, Result } from 'sarif';
import type { Mismatch, MismatchKind } from '../../../../gating/report.ts';
import { idOf, saysMismatch } from './says.ts';

/** The kinds of mismatch as rules. */
const RULES: { readonly [kind in MismatchKind]: string } = {
  offered: 'The UI offers a command that the model refuses.',
  withheld: 'The UI does not offer a command that the model accepts.',
  'wrong-code': 'The UI does not offer a command rightly, and gives another code than the model.',
  faulty: 'The predicate threw, gave no answer, or not the same twice.',
};

/** Mismatches as SARIF 2.1.0, each at the subject's file. */
export function sarifOf(mismatches: readonly Mismatch[], subject: string, version: string): string {
  const kinds = Object.keys(RULES) as MismatchKind[];
  const rules = kinds.map(
    (kind): ReportingDescriptor => ({ id: `gating/${kind}`, shortDescription: { text: RULES[kind] } }),
  );
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'lifecycle gate check', version, rules } },
        columnKind: 'utf16CodeUnits',
        results: mismatches.map((each) => resultOf(each, kinds.indexOf(each.kind), subject)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function resultOf(mismatch: Mismatch, ruleIndex: number, subject: string): Result {
  const { kind, scenario, situations, view, reason } = mismatch;
  const way = scenario.length === 0 ? 'at the very beginning' : `after:\n${scenario.join('\n')}`;
  const why = reason === undefined ? '' : `, because ${reason}`;
  return {
    ruleId: `gating/${kind}`,
    ruleIndex,
    level: 'error',
    message: { text: `${saysMismatch(mismatch)}${why}. In ${situations} situations, the nearest ${way}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(subject) }, region: { startLine: 1 } } }],
    partialFingerprints: { 'mismatch/v1': idOf(mismatch) },
    properties: { situations, scenario, view },
  };
}

/** A path as a URI reference; what is one already stays as it is. */
const uriOf = (subject: string): string =>
  /^[a-z][a-z0-9+.-]+:/i.test(subject) ? subject : subject.split(/[\\/]/).map(encodeURIComponent).join('/');

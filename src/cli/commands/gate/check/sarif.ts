import type { Log, ReportingDescriptor, Result } from 'sarif';
import type { GatingReport, Mismatch, MismatchKind } from '../../../../gating/report.ts';
import { byCause, countText, mismatchId, saysMismatch, whereOf } from './says.ts';

/** The kinds of mismatch as rules. */
const RULES: { readonly [kind in MismatchKind]: readonly [name: string, says: string] } = {
  offered: ['CommandOffered', 'The UI offers a command that the model refuses.'],
  withheld: ['CommandWithheld', 'The UI does not offer a command that the model accepts.'],
  'wrong-code': ['WrongCode', 'The UI does not offer a command rightly, and gives another code than the model.'],
  faulty: ['FaultyPredicate', 'The predicate threw, gave no answer, or not the same twice.'],
};
const HELP = 'https://www.npmjs.com/package/migration-lifecycles';

/** A report as SARIF 2.1.0: a result for each cause, at the subject's file. What was checked stands at the run. */
export function sarifOf(
  { summary }: GatingReport,
  fresh: readonly Mismatch[],
  subject: string,
  version: string,
): string {
  const kinds = Object.keys(RULES) as MismatchKind[];
  const rules = kinds.map((kind): ReportingDescriptor => {
    const [name, text] = RULES[kind];
    return { id: `gating/${kind}`, name, shortDescription: { text }, fullDescription: { text }, helpUri: HELP };
  });
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'lifecycle gate check', version, informationUri: HELP, rules } },
        columnKind: 'utf16CodeUnits',
        results: [...byCause(fresh)].map(([cause, some]) => resultOf(cause, some, kinds, subject)),
        properties: { summary },
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function resultOf(
  cause: string,
  mismatches: readonly Mismatch[],
  kinds: readonly MismatchKind[],
  subject: string,
): Result {
  const [first, ...others] = mismatches as [Mismatch, ...Mismatch[]];
  const { says, lines } = whereOf(first);
  const more = others.map((each) => `${saysMismatch(each)}, in ${countText(each.situations)}`);
  const text = [`${saysMismatch(first)}, because ${cause}, ${says}`, ...lines, ...more].join('\n');
  return {
    ruleId: `gating/${first.kind}`,
    ruleIndex: kinds.indexOf(first.kind),
    level: 'error',
    message: { text },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(subject) }, region: { startLine: 1 } } }],
    partialFingerprints: { 'cause/v1': cause },
    properties: {
      mismatches: mismatches.map((each) => ({
        id: mismatchId(each),
        situations: each.situations,
        scenario: each.scenario,
      })),
    },
  };
}

/** A path as a URI reference; what is one already stays as it is. */
const uriOf = (subject: string): string =>
  /^[a-z][a-z0-9+.-]+:/i.test(subject) ? subject : subject.split(/[\\/]/).map(encodeURIComponent).join('/');

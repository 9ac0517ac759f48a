import type { Log, ReportingDescriptor, Result } from 'sarif';
import type { MismatchKind } from '../../../../gating/report.ts';
import { versionOf } from '../../../io/package.ts';
import type { Checked } from './checked.ts';
import { byCause, type Cause, causeText, uiAnswersOf } from './says.ts';

/** The kinds of mismatch as rules. */
const RULES: { readonly [kind in MismatchKind]: readonly [name: string, says: string] } = {
  offered: ['CommandOffered', 'The UI offers a command that the model refuses.'],
  withheld: ['CommandWithheld', 'The UI does not offer a command that the model accepts.'],
  'wrong-code': ['WrongCode', 'The UI does not offer a command rightly, and gives another code than the model.'],
  faulty: ['FaultyPredicate', 'The predicate threw, gave no answer, or not the same twice.'],
};
const HELP = 'https://www.npmjs.com/package/migration-lifecycles';

/** A report as SARIF 2.1.0: a result for each cause, at the subject's file. The run has what was checked. */
export function sarifOf({
  report: { summary },
  fresh,
  subject,
}: Pick<Checked, 'report' | 'fresh' | 'subject'>): string {
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
        tool: { driver: { name: 'lifecycle gate check', version: versionOf(), informationUri: HELP, rules } },
        columnKind: 'utf16CodeUnits',
        results: [...byCause(fresh)].map(([cause, some]) => resultOf(cause, some, kinds, subject)),
        properties: { summary },
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function resultOf(cause: string, mismatches: Cause, kinds: readonly MismatchKind[], subject: string): Result {
  const [first] = mismatches;
  return {
    ruleId: `gating/${first.kind}`,
    ruleIndex: kinds.indexOf(first.kind),
    level: 'error',
    message: { text: causeText(cause, mismatches) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(subject) }, region: { startLine: 1 } } }],
    partialFingerprints: { 'cause/v1': cause },
    properties: {
      mismatches: mismatches.map((each) => {
        const { command, situations, scenario } = each;
        return { id: `${command} ${uiAnswersOf(each)}: ${cause}`, situations, scenario };
      }),
    },
  };
}

/** A path as a URI reference. A URI stays as it is. */
const uriOf = (subject: string): string =>
  /^[a-z][a-z0-9+.-]+:/i.test(subject) ? subject : subject.split(/[\\/]/).map(encodeURIComponent).join('/');

import type { Mismatch } from '../../../../gating/report.ts';
import { byCause, countText, saysMismatch, whereOf } from './says.ts';

/** Lines that GitHub shows at the subject's file, one a cause: the workflow commands of its runner. */
export function annotationsOf(mismatches: readonly Mismatch[], subject: string): string {
  return [...byCause(mismatches)]
    .map(([cause, some]) => {
      const [first, ...others] = some as [Mismatch, ...Mismatch[]];
      const { says, lines } = whereOf(first);
      const more = others.map((each) => `${saysMismatch(each)}, in ${countText(each.situations)}`);
      const text = [`${saysMismatch(first)}, because ${cause}, ${says}`, ...lines, ...more].join('\n');
      return `::error file=${property(subject)},title=${property(`gating: ${cause}`)}::${data(text)}\n`;
    })
    .join('');
}

const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

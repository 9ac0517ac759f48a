import type { Mismatch } from '../../../../gating/report.ts';
import { saysMismatch } from './says.ts';

/** Lines that GitHub shows at the subject's file: the workflow commands of its runner. */
export function annotationsOf(mismatches: readonly Mismatch[], subject: string): string {
  return mismatches
    .map((mismatch) => {
      const { command, scenario, situations } = mismatch;
      const way = scenario.length === 0 ? 'At the very beginning.' : `After:\n${scenario.join('\n')}`;
      const text = `${saysMismatch(mismatch)}, in ${situations} situations. ${way}`;
      return `::error file=${property(subject)},title=${property(`gating of ${command}`)}::${data(text)}\n`;
    })
    .join('');
}

const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

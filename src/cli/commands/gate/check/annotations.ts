import type { Mismatch } from '../../../../gating/report.ts';
import { harmless } from '../../../../scenario/wording.ts';
import { byCause, causeText } from './says.ts';

/** Workflow commands of GitHub's runner: an annotation of the subject's file for each cause. */
export const annotationsOf = (mismatches: readonly Mismatch[], subject: string): string =>
  [...byCause(mismatches)]
    .map(([cause, some]) => {
      const title = property(`gating: ${cause}`);
      return `::error file=${property(harmless(subject))},title=${title}::${data(causeText(cause, some))}\n`;
    })
    .join('');

const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

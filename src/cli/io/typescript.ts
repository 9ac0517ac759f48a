import { Complaint } from '../../scenario/complaint.ts';
import { show } from '../../scenario/wording.ts';

/** Throws a Complaint where a module of the user's is TypeScript, and this Node does not run it. */
export function checkRunnable(file: string): void {
  if (!/\.[cm]?ts$/i.test(file) || process.features.typescript) return;
  throw new Complaint(
    `cannot read ${show(file)}: Node ${process.versions.node} does not run TypeScript`,
    'use Node 22.18 or later, or compile it to JavaScript',
  );
}

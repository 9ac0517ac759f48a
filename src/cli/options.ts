import { wholeOf } from '../model/index.ts';
import { Complaint } from '../scenario/complaint.ts';
import { show } from '../scenario/wording.ts';
import { systemNames, usual } from './systems.ts';

const names = systemNames.join(', ');

/** Options that several verbs have. */
export const system = (otherwise = usual) =>
  ({ value: 'NAME|FILE', says: `the system: ${names}, or a module that exports one (default: ${otherwise})` }) as const;
export const json = { says: 'one JSON object a line' } as const;
export const noColor = { says: 'no colours; the same as NO_COLOR, or an output that is no terminal' } as const;
export const printed = { json, 'no-color': noColor } as const;
export const output = { value: 'FILE', short: 'o', says: 'where to write it (default: standard output)' } as const;

/** The number of a port. `next` says which are allowed. */
export function portOf(text: string, next: string): number {
  const port = wholeOf(text);
  if (port !== undefined && port <= 65_535) return port;
  throw new Complaint(`--port ${show(text)} is no port`, next);
}

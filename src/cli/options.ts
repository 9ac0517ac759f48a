import { systemNames } from './systems.ts';

const names = systemNames.join(', ');

/** Options that several verbs have. */
export const system = (otherwise: string) =>
  ({ value: 'NAME|FILE', says: `the system: ${names}, or a module that exports one (default: ${otherwise})` }) as const;
export const json = { says: 'one JSON object a line' } as const;
export const noColor = { says: 'plain text; so do NO_COLOR and an output that is no terminal' } as const;

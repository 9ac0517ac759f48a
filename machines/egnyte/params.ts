import type { EventSpec, ParamSpec } from '../../src/define/index.ts';

/** A job's properties (egnyte 2.1). The job itself checks them: a bad value has a code, 724. */
export const jobProperties = {
  sanitize: { is: { one: ['no', 'source', 'fly', 'always-fly'] }, anyValue: true },
  emptyFolders: { is: { one: ['on', 'off'] }, anyValue: true },
  syncDeletes: { is: { one: ['on', 'off'] }, anyValue: true },
  confluence: { is: { one: ['on', 'off'] }, anyValue: true },
  skipScanPeriod: { is: { whole: { max: 720 } }, anyValue: true },
  excludeGlob: { is: { text: true } },
  excludeRegex: { is: { text: true } },
} as const satisfies EventSpec['params'];

/** The code of a failure: the reason for which `what`. */
export const reasonFor = (what: string): ParamSpec => ({ is: { whole: {} }, says: `reason for which ${what}` });

/** An agent is named by its id; the default is the first. */
const agent = { is: { id: true }, anyValue: true, default: '1' } as const satisfies ParamSpec;

export const jobCreate = {
  agent,
  project: { is: { id: true }, anyValue: true },
  destination: { is: { text: true } },
  transport: { is: { one: ['upload', 'async'] }, anyValue: true, default: 'upload' },
  ...jobProperties,
  sanitize: { ...jobProperties.sanitize, default: 'no' },
  emptyFolders: { ...jobProperties.emptyFolders, default: 'off' },
  syncDeletes: { ...jobProperties.syncDeletes, default: 'on' },
  confluence: { ...jobProperties.confluence, default: 'off' },
  skipScanPeriod: { ...jobProperties.skipScanPeriod, default: '8' },
} as const satisfies EventSpec['params'];

export const migrateDataStart = {
  skipScan: { is: { one: ['no', 'yes'] }, default: 'no' },
} as const satisfies EventSpec['params'];

/** The job checks the plan too: 513 to 515 (egnyte 4). */
export const scheduleCreate = {
  start: { is: { text: true }, anyValue: true },
  frequency: { is: { text: true }, anyValue: true },
  times: { is: { text: true }, anyValue: true, default: '1' },
  sanitize: { is: jobProperties.sanitize.is },
} as const satisfies EventSpec['params'];

export const agentRegister = {
  version: { is: { text: true }, anyValue: true },
  scheduler: { is: { one: ['on', 'off'] }, default: 'on' },
} as const satisfies EventSpec['params'];

export const projectCreate = {
  name: { is: { text: true } },
  agent,
  destination: { is: { text: true } },
} as const satisfies EventSpec['params'];

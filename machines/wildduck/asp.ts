import type { Lifecycle } from '../../src/define/index.ts';
import { aspChart } from './asp.chart.ts';
import { aspFacts } from './asp.facts.ts';
import { parametersFit } from './facts.ts';
import { address, flag, ofUser, scopeList, whole } from './forms.ts';
import { gates, inUse, noUser, refuse } from './gates.ts';
import { aspPhases } from './phases.ts';

const commands = {
  create: ofUser('creates an application password', {
    scopes: scopeList,
    generateMobileconfig: flag,
    address,
    ttl: whole,
  }),
  get: ofUser('shows the application password', {}),
  delete: ofUser('deletes the application password', {}),
} as const satisfies Lifecycle['commands'];

const notFound = refuse('AspNotFound', {
  called: 'the user has no such application password',
  any: [{ ASP: { not: 'PRESENT' } }, { ownedByUser: false }],
});

/** An application password of a user (wildduck 6). */
export const asp = {
  kind: 'asp',
  chart: aspChart,
  phases: aspPhases,
  commands,
  reports: {},
  internal: {
    used: { says: 'a session was opened with it', causedBy: ['session authenticate asp=1 scope=imap'] },
    'user.purged': { says: 'its user was purged', causedBy: ['user delete', 'user purge.finished'] },
  },
  rules: gates({
    create: [
      inUse({ ASP: 'PRESENT' }),
      refuse('InvalidAuthScope', { $generateMobileconfig: 'yes', profileFits: false }),
      noUser(),
      refuse('AddressNotFound', { addressOfUser: false }),
      refuse('TooMany', { tooMany: true }),
    ],
    get: [notFound],
    delete: [notFound],
  }),
  facts: { parametersFit: parametersFit(commands), ...aspFacts },
  is: { there: { ASP: 'PRESENT' } },
  words: { ASP: 'the application password', $generateMobileconfig: { yes: 'a profile is asked for' } },
} as const satisfies Lifecycle;

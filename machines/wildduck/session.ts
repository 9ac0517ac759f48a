import type { Lifecycle } from '../../src/define/index.ts';
import { parametersFit } from './facts.ts';
import { bare, command, flag, id, oneOf, protocols, text, userName } from './forms.ts';
import { sessionPhases } from './phases.ts';
import { sessionChart } from './session.chart.ts';
import { sessionFacts } from './session.facts.ts';
import { sessionRules } from './session.rules.ts';

const commands = {
  authenticate: command("opens a session with the user's password or an application password", {
    user: userName,
    password: text,
    asp: id,
    scope: oneOf('master', ...protocols),
  }),
  call: command('any call of the API with the token of the session', { user: id, admin: flag }),
  end: bare('ends the session'),
} as const satisfies Lifecycle['commands'];

/** A user's session, with the API or over a protocol (wildduck 3). */
export const session = {
  kind: 'session',
  chart: sessionChart,
  phases: sessionPhases,
  commands,
  reports: {},
  internal: {
    renewed: { says: 'the token of a master session was checked', causedBy: ['session call'] },
    revoked: {
      says: 'a change of its user ends the session',
      causedBy: ['user update suspended=yes', 'user custom.enable', 'user logout'],
    },
  },
  rules: sessionRules,
  facts: { parametersFit: parametersFit(commands), ...sessionFacts },
  is: { there: { SESSION: 'ACTIVE' } },
  words: {
    SESSION: 'the session',
    scope: 'the scope',
    $admin: { yes: 'the call takes an administrator' },
  },
} as const satisfies Lifecycle;

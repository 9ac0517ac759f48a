import type { Lifecycle } from '../../src/define/index.ts';
import { addressChart } from './address.chart.ts';
import { addressFacts } from './address.facts.ts';
import { addressRules } from './address.rules.ts';
import { parametersFit } from './facts.ts';
import { flag, newAddress, ofUser, address as value } from './forms.ts';
import { addressPhases } from './phases.ts';

const commands = {
  create: ofUser('adds an address to the user', { address: newAddress, main: flag, allowWildcard: flag }),
  get: ofUser('shows the address', {}),
  update: ofUser('changes the address, or makes it the main one', { address: value, main: flag }),
  delete: ofUser('deletes the address', {}),
  'forwarded.create': ofUser('forwards mail for an address without a user to another address', {
    address: newAddress,
    target: value,
    allowWildcard: flag,
  }),
  'forwarded.update': ofUser('changes a forwarded address', { address: value, target: value }),
  'forwarded.delete': ofUser('deletes a forwarded address', {}),
} as const satisfies Lifecycle['commands'];

/** An address of a user, or a forwarded one (wildduck 4). */
export const address = {
  kind: 'address',
  chart: addressChart,
  phases: addressPhases,
  commands,
  reports: {},
  internal: {
    'user.created': { says: 'its user was created with it', causedBy: ['user create'] },
    'user.deleted': { says: 'its user was deleted', causedBy: ['user delete', 'user delete deleteAfter=3d'] },
    'user.restored': { says: 'its user was restored', causedBy: ['user restore'] },
    'main.moved': { says: 'another address of the user became the main one', causedBy: ['address:7 create main=yes'] },
  },
  rules: addressRules,
  facts: { parametersFit: parametersFit(commands), ...addressFacts },
  /** A deletion takes the user's addresses. */
  unreachable: [{ ADDRESS: ['MAIN', 'ALIAS', 'WILDCARD'], ownedByUser: true, userThere: false }],
  is: { there: { ADDRESS: ['MAIN', 'ALIAS', 'WILDCARD', 'FORWARDED'] } },
  words: {
    ADDRESS: 'the address',
    $address: { null: 'no address is given' },
    $main: { yes: 'main is given as yes', no: 'main is given as no' },
    $allowWildcard: { 'not yes': 'allowWildcard is not given as yes' },
  },
} as const satisfies Lifecycle;

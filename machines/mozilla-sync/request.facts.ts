import {
  type Condition,
  type EntityView,
  type Fact,
  flag,
  type Projection,
  type Question,
  says,
} from '../../src/define/index.ts';
import { batchData, collectionData, collectionOfBso, DEFAULT_COLLECTION, presentCollection } from './contents.ts';
import { faultNames } from './faults.ts';
import { nodePhases } from './phases.ts';
import { isOverQuota } from './quota.ts';
import { userOf } from './request.ts';
import { armedFault } from './settings.ts';

/** The collection of a request: the one it names, or else the target of an OPEN batch (mozilla-sync 1, 5). */
export function collectionNamed({ self, event, params }: Question): string {
  if (self.kind === 'collection') return self.id;
  if (self.kind === 'bso') return collectionOfBso(self.id);
  return params.collection ?? (event !== 'open' && self.is('open') ? batchData(self).collection : DEFAULT_COLLECTION);
}

function isAnothers(question: Question): boolean {
  const { world, self, params } = question;
  const user = userOf(self, params);
  if (self.kind === 'storage') return self.id !== user;
  const collection = presentCollection(world, collectionNamed(question));
  if (collection && collectionData(collection).owner !== user) return true;
  return self.kind === 'batch' && self.is('open') && batchData(self).owner !== user;
}

const isRegistered = (account: EntityView | undefined): boolean => account?.is('registered') === true;

/**
 * What the gates of every request read of the world. In a view, these facts describe a request without parameters
 * (mozilla-sync 3, 9).
 */
export const requestFacts = {
  nodeStatus: {
    values: [null, ...Object.keys(nodePhases.NODE)],
    usual: 'HEALTHY',
    of: ({ world }) => statusOfNode(world.find('node', '1')),
    changedBy: ['node healthy', 'node backoff', 'node unhealthy', 'node down', 'node draining', 'node removed'],
    says: {
      null: 'the node was never set up',
      HEALTHY: 'the node is healthy',
      BACKOFF: 'the node asks clients to stay away for a while',
      UNHEALTHY: 'the node is unhealthy',
      DOWN: 'the node is down',
      DRAINING: 'the node is being drained',
      REMOVED: 'the node was removed',
    },
  },
  faultArmed: {
    ...flag,
    of: ({ world }) => armedFault(world) !== null,
    changedBy: faultNames.map((name) => `node fault code=${name}`),
    says: says("a load balancer's fault is armed", "no load balancer's fault is armed"),
  },
  fault: {
    values: [null, ...faultNames],
    usual: null,
    shown: false,
    of: ({ world }) => armedFault(world),
    changedBy: faultNames.map((name) => `node fault code=${name}`),
    says: {
      ...Object.fromEntries(faultNames.map((name) => [name, `the fault ${name} is armed`])),
      null: "no load balancer's fault is armed",
    },
  },
  registered: {
    values: [false, true],
    usual: true,
    usesParams: true,
    shown: true,
    of: ({ world, self, params }) => isRegistered(world.find('account', userOf(self, params))),
    changedBy: ['account create password=correct-horse', 'account delete'],
    says: says('the signer is registered', 'the signer is not registered'),
  },
  ownedByAnother: {
    ...flag,
    usesParams: true,
    shown: true,
    of: isAnothers,
    changedBy: [
      'storage:2 info user=1',
      'account:2 create password=battery-staple',
      'collection post user=2',
      'bso put user=2',
    ],
    says: says('another account owns it', 'no other account owns it'),
  },
  overQuota: {
    ...flag,
    usesParams: true,
    shown: true,
    of: ({ world, self, params }) => isOverQuota(world, userOf(self, params)),
    changedBy: ['server set quota=1', 'bso put size=1', 'bso:tabs.x put size=1'],
    says: says("nothing is left of the account's quota", "something is left of the account's quota"),
  },
} as const satisfies { readonly [fact: string]: Fact };

/** A valid name of a collection, checked for every request except a storage's. */
export const collectionNameFits: Fact = {
  values: [false, true],
  usual: true,
  usesParams: true,
  of: (question) => /^[A-Za-z0-9._-]{1,32}$/.test(collectionNamed(question)),
  changedBy: ['batch open collection=a/b'],
  says: says('a collection can have that name', 'no collection can have that name'),
};

function statusOfNode(node: EntityView | undefined): string | null {
  const status = node?.state('NODE') ?? 'null';
  return status === 'null' ? null : status;
}

/** The request gives a time, and its target was changed later. */
export const modified = (timeOf: (question: Question) => number, by: readonly string[]): Fact => ({
  ...flag,
  usesParams: true,
  of: (question) => {
    const { unmodifiedSince } = question.params;
    return unmodifiedSince !== undefined && timeOf(question) > Number(unmodifiedSince);
  },
  changedBy: ['wait 1m', ...by],
  says: says('it was changed after the time given', 'no time is given, or it was not changed since'),
});

/** The view shows that a fault is armed, but not which one. */
export const requestTold: readonly Projection[] = faultNames.map((name) => ({
  ask: { fault: name },
  as: { faultArmed: true },
  vague: true,
}));

/** What an account stores is deleted with it. */
export const storesNothing: readonly Condition[] = [{ registered: false, overQuota: true }];

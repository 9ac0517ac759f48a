import { type KindRules, Oracle } from '../../../oracle/oracle.ts';
import { backupStep } from './backup.ts';
import { credentialStep, subscriptionStep } from './organization.ts';
import { transferStep } from './transfer.ts';
import { World } from './world.ts';

/** The rules of Dropsuite written a second time, for comparison with the model. */
export function dropsuiteOracle(): Oracle {
  const world = new World();
  const needReauthentication = (): boolean => world.credential !== 'VALID';

  const transfer = (kind: 'migration' | 'restore' | 'download'): KindRules => ({
    step: (id, type, params) => transferStep(world, kind, id, type, params),
    phases: (id) => ({ [kind.toUpperCase()]: world.tasks(kind).get(id)?.status ?? null }),
    // The facts of a view (dropsuite 6).
    facts: (id) => {
      const backedUp = world.backedUp(world.tasks(kind).get(id)?.draws ?? '1');
      return kind === 'restore' ? { backedUp, needReauthentication: needReauthentication() } : { backedUp };
    },
  });

  return new Oracle({
    world,
    unknown: 'UnknownEvent',
    kinds: {
      backup: {
        step: (id, type) => backupStep(world, id, type),
        phases: (id) => ({ BACKUP: world.backups.get(id)?.status ?? null }),
        // The facts of a view (dropsuite 6).
        facts: () => ({ needReauthentication: needReauthentication(), storageFull: world.storage === 'FULL' }),
      },
      migration: transfer('migration'),
      restore: transfer('restore'),
      download: transfer('download'),
      credential: {
        step: (_, type) => credentialStep(world, type),
        phases: () => ({ CREDENTIAL: world.credential }),
        facts: () => ({}),
      },
      subscription: {
        step: (_, type) => subscriptionStep(world, type),
        phases: () => ({ STORAGE: world.storage }),
        facts: () => ({}),
      },
    },
  });
}

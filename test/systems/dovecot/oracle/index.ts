import { Oracle } from '../../../oracle/oracle.ts';
import { accountStep } from './account.ts';
import { managerStep } from './manager.ts';
import { World } from './world.ts';

/** The rules of Dovecot's migrations written a second time, for comparison with the model. */
export function dovecotOracle(): Oracle {
  const world = new World();
  return new Oracle({
    world,
    unknown: 'UnknownEvent',
    kinds: {
      account: {
        step: (id, type, params) => accountStep(world, id, type, params),
        phases: (id) => {
          const { migration = null, delivery = null, pass = null } = world.accounts.get(id) ?? {};
          return { MIGRATION: migration, DELIVERY: delivery, PASS: pass };
        },
        // The facts of a view (dovecot 8).
        facts: () => ({ managerSuspended: world.manager === 'SUSPENDED', limitReached: world.limitReached() }),
      },
      manager: {
        step: (_, type, params) => managerStep(world, type, params),
        phases: () => ({ MANAGER: world.manager }),
        facts: () => ({}),
      },
    },
  });
}

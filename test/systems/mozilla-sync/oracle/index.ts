import { Oracle, standing } from '../../../oracle/oracle.ts';
import { accountStep } from './account.ts';
import { batchStep } from './batch.ts';
import { nodeStep, serverStep } from './node.ts';
import { bsoStep, collectionStep, storageStep } from './store.ts';
import { World } from './world.ts';

export function mozillaSyncOracle(): Oracle {
  const world = new World();
  return new Oracle({
    world,
    unknown: 1,
    kinds: {
      account: {
        step: (id, type, params) => accountStep(world, id, type, params),
        phases: (id) => standing(world.accounts.get(id), 'ACCOUNT', 'EMAIL', 'RESET'),
      },
      storage: {
        step: (id, type, params) => storageStep(world, id, type, params),
        phases: (id) => standing(world.storages.get(id), 'STORAGE'),
      },
      collection: {
        step: (id, type, params) => collectionStep(world, id, type, params),
        phases: (id) => standing(world.collections.get(id), 'COLLECTION'),
      },
      bso: {
        step: (id, type, params) => bsoStep(world, id, type, params),
        phases: (id) => standing(world.bsos.get(id), 'BSO'),
      },
      batch: {
        step: (id, type, params) => batchStep(world, id, type, params),
        phases: (id) => standing(world.batches.get(id), 'BATCH'),
      },
      node: {
        step: (id, type, params) => nodeStep(world, id, type, params),
        phases: (id) => standing(world.nodes.get(id), 'NODE'),
      },
      server: {
        step: (_, type, params) => serverStep(world, type, params),
        phases: () => ({}),
      },
    },
  });
}

import type { Answer, OracleResult, OracleStep } from '../../../oracle/types.ts';
import { applied, rejected } from '../../../oracle/types.ts';
import { accountStep } from './account.ts';
import { batchStep } from './batch.ts';
import { nodeStep, serverStep } from './node.ts';
import { bsoStep, collectionStep, storageStep } from './store.ts';
import type { Thing } from './world.ts';
import { World } from './world.ts';

/** The rules of Mozilla Sync, written a second time from the text, to hold the model against. */
export class Oracle {
  private readonly world = new World();

  get now(): number {
    return this.world.now;
  }

  step(step: OracleStep): OracleResult {
    const { world } = this;
    world.changes = [];
    const answer = this.answer(step);
    world.endStep();
    const result: OracleResult = { outcome: answer.outcome, changes: world.changes };
    if (answer.code !== undefined) result.code = answer.code;
    return result;
  }

  phases(entity: string): Record<string, string | null> {
    const { kind, id } = address(entity);
    const { world } = this;
    let thing: Thing | undefined;
    if (kind === 'account') thing = world.accounts.get(id);
    else if (kind === 'storage') thing = world.storages.get(id);
    else if (kind === 'collection') thing = world.collections.get(id);
    else if (kind === 'bso') thing = world.bsos.get(id);
    else if (kind === 'batch') thing = world.batches.get(id);
    else if (kind === 'node') thing = world.nodes.get(id);
    const result: Record<string, string | null> = {};
    for (const phase of phasesOf(kind)) result[phase] = thing?.phases.get(phase) ?? null;
    return result;
  }

  private answer(step: OracleStep): Answer {
    const { world } = this;
    if (step.type === 'wait' && step.to === undefined) {
      world.wait(step.seconds ?? 0);
      return applied;
    }
    const { kind, id } = address(step.to ?? '');
    if (kind === 'account') return accountStep(world, id, step.type, step.params);
    if (kind === 'storage') return storageStep(world, id, step.type, step.params);
    if (kind === 'collection') return collectionStep(world, id, step.type, step.params);
    if (kind === 'bso') return bsoStep(world, id, step.type, step.params);
    if (kind === 'batch') return batchStep(world, id, step.type, step.params);
    if (kind === 'node') return nodeStep(world, id, step.type, step.params);
    if (kind === 'server') return serverStep(world, step.type, step.params);
    return rejected(1);
  }
}

function address(entity: string): { kind: string; id: string } {
  const colon = entity.indexOf(':');
  if (colon < 0) return { kind: entity, id: '1' };
  return { kind: entity.slice(0, colon), id: entity.slice(colon + 1) };
}

function phasesOf(kind: string): string[] {
  if (kind === 'account') return ['ACCOUNT', 'EMAIL', 'RESET'];
  if (kind === 'storage') return ['STORAGE'];
  if (kind === 'collection') return ['COLLECTION'];
  if (kind === 'bso') return ['BSO'];
  if (kind === 'batch') return ['BATCH'];
  if (kind === 'node') return ['NODE'];
  return [];
}

import type { Answer, OracleResult, OracleStep } from '../../../oracle/types.ts';
import { applied, rejected } from '../../../oracle/types.ts';
import { backupStep } from './backup.ts';
import { credentialStep, subscriptionStep } from './organization.ts';
import { transferStep } from './transfer.ts';
import { World } from './world.ts';

export { codeOf } from './codes.ts';
/** The rules of Dropsuite written a second time, to hold the model against. */
export class Oracle {
  private readonly world = new World();

  get now(): number {
    return this.world.now;
  }

  step(step: OracleStep): OracleResult {
    const { world } = this;
    world.changes = [];
    const answer = this.answer(step);
    const result: OracleResult = { outcome: answer.outcome, changes: world.changes };
    if (answer.code !== undefined) result.code = answer.code;
    return result;
  }

  phases(entity: string): Record<string, string | null> {
    const { world } = this;
    const { kind, id } = address(entity);
    if (kind === 'backup') return { BACKUP: world.backups.get(id)?.status ?? null };
    if (kind === 'migration') return { MIGRATION: world.migrations.get(id)?.status ?? null };
    if (kind === 'restore') return { RESTORE: world.restores.get(id)?.status ?? null };
    if (kind === 'download') return { DOWNLOAD: world.downloads.get(id)?.status ?? null };
    if (kind === 'credential') return { CREDENTIAL: world.credential };
    if (kind === 'subscription') return { STORAGE: world.storage };
    return {};
  }

  /** What a view's facts are (dropsuite 6). */
  facts(entity: string): Record<string, boolean> {
    const { world } = this;
    const { kind, id } = address(entity);
    const needReauthentication = world.credential !== 'VALID';
    if (kind === 'backup') return { needReauthentication, storageFull: world.storage === 'FULL' };
    if (kind !== 'migration' && kind !== 'restore' && kind !== 'download') return {};
    const backedUp = world.backedUp(world.tasks(kind).get(id)?.draws ?? '1');
    return kind === 'restore' ? { backedUp, needReauthentication } : { backedUp };
  }

  private answer(step: OracleStep): Answer {
    const { world } = this;
    if (step.type === 'wait' && step.to === undefined) {
      world.wait(step.seconds ?? 0);
      return applied;
    }
    const { kind, id } = address(step.to ?? '');
    if (kind === 'backup') return backupStep(world, id, step.type);
    if (kind === 'migration' || kind === 'restore' || kind === 'download') {
      return transferStep(world, kind, id, step.type, step.params);
    }
    if (kind === 'credential') return credentialStep(world, step.type);
    if (kind === 'subscription') return subscriptionStep(world, step.type);
    return rejected('UnknownEvent');
  }
}

function address(entity: string): { kind: string; id: string } {
  const colon = entity.indexOf(':');
  if (colon < 0) return { kind: entity, id: '1' };
  return { kind: entity.slice(0, colon), id: entity.slice(colon + 1) };
}

import type { Answer, OracleResult, OracleStep } from '../../../oracle/types.ts';
import { applied, rejected } from '../../../oracle/types.ts';
import { accountStep } from './account.ts';
import { managerStep } from './manager.ts';
import { World } from './world.ts';

export { exitName } from './names.ts';
/** The rules of Dovecot's migrations written a second time, to hold the model against. */
export class Oracle {
  private readonly world = new World();

  get now(): number {
    return this.world.now;
  }

  step(step: OracleStep): OracleResult {
    const { world } = this;
    world.changes = [];
    const answer = this.answer(step);
    world.letBegin();
    const result: OracleResult = { outcome: answer.outcome, changes: world.changes };
    if (answer.code !== undefined) result.code = answer.code;
    return result;
  }

  phases(entity: string): Record<string, string | null> {
    const { kind, id } = address(entity);
    if (kind === 'manager') return { MANAGER: this.world.manager };
    if (kind !== 'account') return {};
    const account = this.world.accounts.get(id);
    return {
      MIGRATION: account?.migration ?? null,
      DELIVERY: account?.delivery ?? null,
      PASS: account?.pass ?? null,
    };
  }

  /** What a view's facts are (dovecot 8). */
  facts(entity: string): Record<string, boolean> {
    if (address(entity).kind !== 'account') return {};
    return { managerSuspended: this.world.manager === 'SUSPENDED', limitReached: this.world.limitReached() };
  }

  private answer(step: OracleStep): Answer {
    const { world } = this;
    if (step.type === 'wait' && step.to === undefined) {
      world.wait(step.seconds ?? 0);
      return applied;
    }
    const { kind, id } = address(step.to ?? '');
    if (kind === 'account') return accountStep(world, id, step.type, step.params);
    if (kind === 'manager') return managerStep(world, step.type, step.params);
    return rejected('UnknownEvent');
  }
}

function address(entity: string): { kind: string; id: string } {
  const colon = entity.indexOf(':');
  if (colon < 0) return { kind: entity, id: '1' };
  return { kind: entity.slice(0, colon), id: entity.slice(colon + 1) };
}

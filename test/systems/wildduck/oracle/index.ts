import type { Answer, OracleResult, OracleStep } from '../../../oracle/types.ts';
import { applied } from '../../../oracle/types.ts';
import { addressStep } from './address.ts';
import { invalid } from './invalid.ts';
import { mailboxStep } from './mailbox.ts';
import { messageStep } from './message.ts';
import { plainStep, serverStep } from './plain.ts';
import { sessionStep } from './session.ts';
import { aspStep, fileStep, filterStep } from './small.ts';
import type { Thing } from './things.ts';
import { userStep } from './user.ts';
import { World } from './world.ts';

/** The rulebook of WildDuck said a second time, to hold the product against. */
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
    const { kind, id } = address(entity);
    const thing = this.thing(kind, id);
    const result: Record<string, string | null> = {};
    for (const phase of phasesOf(kind)) result[phase] = thing?.phases.get(phase) ?? null;
    return result;
  }

  private thing(kind: string, id: string): Thing | undefined {
    const { world } = this;
    if (kind === 'user') return world.users.get(id);
    if (kind === 'session') return world.sessions.get(id);
    if (kind === 'address') return world.addresses.get(id);
    if (kind === 'mailbox') return world.mailboxes.get(id);
    if (kind === 'message') return world.messages.get(id);
    if (kind === 'asp') return world.asps.get(id);
    if (kind === 'filter') return world.filters.get(id);
    if (kind === 'file') return world.files.get(id);
    return world.plain.get(`${kind}:${id}`);
  }

  private answer(step: OracleStep): Answer {
    const { world } = this;
    if (step.type === 'wait' && step.to === undefined) {
      world.wait(step.seconds ?? 0);
      return applied;
    }
    const { kind, id } = address(step.to ?? '');
    const { type, params } = step;
    if (kind === 'user') return userStep(world, id, type, params);
    if (kind === 'session') return sessionStep(world, id, type, params);
    if (kind === 'address') return addressStep(world, id, type, params);
    if (kind === 'mailbox') return mailboxStep(world, id, type, params);
    if (kind === 'message') return messageStep(world, id, type, params);
    if (kind === 'asp') return aspStep(world, id, type, params);
    if (kind === 'filter') return filterStep(world, id, type, params);
    if (kind === 'file') return fileStep(world, id, type, params);
    if (kind === 'alias' || kind === 'dkim' || kind === 'cert' || kind === 'webhook') {
      return plainStep(world, kind, id, type, params);
    }
    if (kind === 'server') return serverStep(world, type, params);
    return invalid;
  }
}

function address(entity: string): { kind: string; id: string } {
  const colon = entity.indexOf(':');
  if (colon < 0) return { kind: entity, id: '1' };
  return { kind: entity.slice(0, colon), id: entity.slice(colon + 1) };
}

function phasesOf(kind: string): string[] {
  if (kind === 'user') return ['USER', 'TOTP', 'CUSTOM_2FA', 'WEBAUTHN'];
  if (kind === 'message') return ['MESSAGE', 'OUTBOUND'];
  if (kind === 'server') return [];
  return [kind.toUpperCase()];
}

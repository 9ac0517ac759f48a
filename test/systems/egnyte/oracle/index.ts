import type { Answer, OracleResult, OracleStep } from '../../../oracle/types.ts';
import { applied, rejected } from '../../../oracle/types.ts';
import { agentStep, startScheduledUpgrades } from './agent.ts';
import { domainStep } from './domain.ts';
import { jobStep } from './job.ts';
import { projectStep } from './project.ts';
import { startSchedule } from './schedule.ts';
import type { Thing } from './world.ts';
import { World } from './world.ts';

/** The rules of Egnyte, written a second time from the text, to hold the model against. */
export class Oracle {
  private readonly world = new World();

  constructor() {
    this.world.startSchedule = (job) => startSchedule(this.world, job);
  }

  get now(): number {
    return this.world.now;
  }

  step(step: OracleStep): OracleResult {
    const { world } = this;
    world.changes = [];
    const answer = this.answer(step);
    startScheduledUpgrades(world);
    const result: OracleResult = { outcome: answer.outcome, changes: world.changes };
    if (answer.code !== undefined) result.code = answer.code;
    return result;
  }

  phases(entity: string): Record<string, string | null> {
    const { kind, id } = address(entity);
    let thing: Thing | undefined;
    if (kind === 'job') thing = this.world.jobs.get(id);
    else if (kind === 'agent') thing = this.world.agents.get(id);
    else if (kind === 'project') thing = this.world.projects.get(id);
    const result: Record<string, string | null> = {};
    for (const phase of phasesOf(kind)) result[phase] = thing?.phases.get(phase) ?? null;
    return result;
  }

  private answer(step: OracleStep): Answer {
    const { world } = this;
    if (step.type === 'wait' && step.to === undefined) {
      world.wait(step.seconds ?? 0, () => startScheduledUpgrades(world));
      return applied;
    }
    const { kind, id } = address(step.to ?? '');
    if (kind === 'job') return jobStep(world, id, step.type, step.params);
    if (kind === 'agent') return agentStep(world, id, step.type, step.params);
    if (kind === 'project') return projectStep(world, id, step.type, step.params);
    if (kind === 'domain') return domainStep(world, step.type, step.params);
    return rejected(620);
  }
}

function address(entity: string): { kind: string; id: string } {
  const colon = entity.indexOf(':');
  if (colon < 0) return { kind: entity, id: '1' };
  return { kind: entity.slice(0, colon), id: entity.slice(colon + 1) };
}

function phasesOf(kind: string): string[] {
  if (kind === 'job') {
    return [
      'CREATE_MIGRATION',
      'META_MIGRATE_DATA',
      'SCAN',
      'SANITIZE',
      'MIGRATE_DATA',
      'DATA_UPLOAD',
      'ASYNC_COPY',
      'CREATE_EMPTY_FOLDERS',
      'DATA_SYNC',
      'MIGRATE_PERMISSIONS',
      'SIMULATE_PERMISSIONS',
      'FINALIZE_MIGRATION',
      'SCHEDULE_JOB',
    ];
  }
  if (kind === 'agent') return ['AGENT', 'AGENT_UPGRADE', 'AGENT_RETIRE', 'SCAN_SOURCE', 'SPEED_TEST'];
  if (kind === 'project') return ['CREATE_PROJECT', 'SIMULATE_SCAN', 'VALIDATE_PROJECT', 'DELETE_PROJECT'];
  return [];
}

import type { Answer } from '../../../oracle/types.ts';
import { rejected } from '../../../oracle/types.ts';
import { OracleWorld, type Thing } from '../../../oracle/world.ts';
import type { Word } from './words.ts';

export type { Thing } from '../../../oracle/world.ts';

export interface Job extends Thing {
  agent: string;
  project: string | null;
  destination: string | null;
  transport: string;
  sanitize: string;
  emptyFolders: string;
  syncDeletes: string;
  confluence: string;
  /** whole hours */
  skipScanPeriod: number;
  /** the order of the accepted `create`s, over all jobs */
  created: number;
  files: number;
  bytes: number;
  /** when the last scan that SUCCEEDED ended; null if there was none since the `create` */
  scannedAt: number | null;
  /** the word started last; it is active only while its phase is in progress */
  started: Word | null;
  skipScan: boolean;
  /** the current step of migrateData */
  step: 'scan' | 'sanitize' | 'rescan' | 'copy' | 'emptyFolders' | null;
  awaitingReview: boolean;
  /** META_MIGRATE_DATA, MIGRATE_DATA or DATA_SYNC has SUCCEEDED once */
  everMigrated: boolean;
  schedule: Schedule | null;
}

export interface Schedule {
  start: number;
  /** seconds between two starts */
  period: number;
  runsLeft: number;
  /** the phase of the command that the control plane gave, while it is followed */
  follows: string | null;
  /** the word whose stop command stops it */
  word: Word | null;
}

export interface Agent extends Thing {
  version: string;
  scheduler: boolean;
  linkUnstable: boolean;
  retireConfirmed: boolean;
}

export interface Project extends Thing {
  /** false once it is deleted */
  there: boolean;
  deleting: boolean;
  name: string | null;
  agent: string;
  sanitize: string | null;
  emptyRecommendation: boolean;
  outdated: boolean;
}

export interface Policy {
  maxActiveJobs: number;
  maxFiles: number;
  maxBytes: number;
  minVersion: string;
  latest: string | null;
}

/** the time limit of an agent's timed phases (egnyte 3) */
export const fiveMinutes = 300;

/** A domain: its agents, jobs, projects and policy. */
export class World extends OracleWorld {
  readonly jobs = new Map<string, Job>();
  readonly agents = new Map<string, Agent>();
  readonly projects = new Map<string, Project>();
  readonly policy: Policy = {
    maxActiveJobs: 5,
    maxFiles: 8000000,
    maxBytes: 5000000000000,
    minVersion: '1.0.0',
    latest: null,
  };
  /** in the order in which they were added */
  readonly destinations: { path: string; forbidden: boolean }[] = [];
  fault: number | null = null;
  creations = 0;
  /** called when a schedule is due; schedule.ts sets it */
  startSchedule: (job: Job) => void = () => undefined;
  /** starts the upgrades that can begin; agent.ts sets it */
  startScheduledUpgrades: () => void = () => undefined;

  override settle(): void {
    this.startScheduledUpgrades();
  }

  /** The end of every command: the gate that held, then the armed fault, then what it does. */
  command(gate: number | null, act: () => void): Answer {
    if (gate !== null) return rejected(gate);
    if (this.fault !== null) {
      const code = this.fault;
      this.fault = null;
      return rejected(code);
    }
    act();
    return { outcome: 'accepted' };
  }

  /** The agent of that id, unless it never registered or was deleted. */
  agent(id: string): Agent | null {
    const agent = this.agents.get(id);
    if (agent === undefined || this.is(agent, 'AGENT', 'DELETED')) return null;
    return agent;
  }

  agentActive(id: string): boolean {
    const agent = this.agent(id);
    return agent !== null && this.is(agent, 'AGENT', 'ACTIVE');
  }

  linkUnstable(id: string): boolean {
    const agent = this.agent(id);
    return agent?.linkUnstable ?? false;
  }

  /** 680 while the agent upgrades, 681 while an upgrade is scheduled. */
  upgradeGate(id: string): number | null {
    const agent = this.agent(id);
    if (agent === null) return null;
    if (this.is(agent, 'AGENT_UPGRADE', 'RUNNING')) return 680;
    if (this.is(agent, 'AGENT_UPGRADE', 'SCHEDULED')) return 681;
    return null;
  }

  project(id: string): Project | null {
    const project = this.projects.get(id);
    return project?.there ? project : null;
  }
}

import type { Answer, Code, OracleChange } from '../../../oracle/types.ts';
import { rejected } from '../../../oracle/types.ts';
import type { Word } from './words.ts';

/** Whatever has phases. A phase that is not in the map has not run. */
export interface Thing {
  entity: string;
  phases: Map<string, string>;
}

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
  /** the word last started; it is active only while its phase is under way */
  started: Word | null;
  skipScan: boolean;
  /** the step of migrateData that is under way */
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
  /** and the word whose stop stops it */
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

/** how long an agent has for everything that is timed (egnyte 3) */
export const fiveMinutes = 300;

interface Timer {
  due: number;
  thing: Thing;
  phase: string;
  fire: () => void;
}

/** Everything that there is, the clock, and the changes of the step under way. */
export class World {
  now = 0;
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
  /** in the order in which they were said */
  readonly destinations: { path: string; forbidden: boolean }[] = [];
  fault: number | null = null;
  creations = 0;
  changes: OracleChange[] = [];
  /** what the control plane does when a schedule's time has come; schedule.ts says it */
  startSchedule: (job: Job) => void = () => undefined;
  /** in the order of arming */
  private timers: Timer[] = [];

  is(thing: Thing, phase: string, ...statuses: string[]): boolean {
    const status = thing.phases.get(phase);
    return status !== undefined && statuses.includes(status);
  }

  /** Returns whether it is a change; leaving a status drops its timer. */
  set(thing: Thing, phase: string, status: string, error?: Code): boolean {
    if (thing.phases.get(phase) === status) return false;
    thing.phases.set(phase, status);
    this.dropTimer(thing, phase);
    const change: OracleChange = { entity: thing.entity, phase, status };
    if (error !== undefined) change.error = error;
    this.changes.push(change);
    return true;
  }

  arm(thing: Thing, phase: string, due: number, fire: () => void): void {
    this.timers.push({ due, thing, phase, fire });
  }

  dropTimer(thing: Thing, phase: string): void {
    this.timers = this.timers.filter((timer) => timer.thing !== thing || timer.phase !== phase);
  }

  dropTimers(thing: Thing): void {
    this.timers = this.timers.filter((timer) => timer.thing !== thing);
  }

  /** Moves the clock; `after` is called behind every timer that fired. */
  wait(seconds: number, after: () => void): void {
    const end = this.now + seconds;
    for (;;) {
      let first: Timer | null = null;
      for (const timer of this.timers) {
        if (timer.due <= end && (first === null || timer.due < first.due)) first = timer;
      }
      if (first === null) break;
      const fired = first;
      this.timers = this.timers.filter((timer) => timer !== fired);
      this.now = fired.due;
      fired.fire();
      after();
    }
    this.now = end;
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

  /** 680 while the agent upgrades, 681 while it is about to. */
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

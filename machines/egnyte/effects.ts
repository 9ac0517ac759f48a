import { type Effect, type EntityView, wholeOf } from '../../src/define/index.ts';
import { type AgentData, agentData } from './agent.facts.ts';
import { freshJob, jobData } from './job.facts.ts';
import { jobCreate, projectCreate, scheduleCreate } from './params.ts';
import { domainData, plainPath } from './policy.ts';
import { projectData } from './project.facts.ts';
import { periods, startsIn } from './schedule.ts';

/** How accepted commands and applied reports change data outside the charts. */
export const effects: { readonly [name: string]: Effect } = {
  createJob(world, self, { agent = jobCreate.agent.default, project, destination, skipScanPeriod }) {
    const created = { agent, project: project ?? null, destination: destination ?? null, created: world.order() };
    Object.assign(self.data, freshJob(), created);
    keepPeriod(self, skipScanPeriod);
  },

  keepSkipScanPeriod: (_, self, { skipScanPeriod }) => keepPeriod(self, skipScanPeriod),

  /** A successful scan: what it counted, and when it ended. */
  keepScan(world, self, { files, bytes }) {
    const data = jobData(self);
    data.files = wholeOf(files) ?? data.files;
    data.bytes = wholeOf(bytes) ?? data.bytes;
    data.scannedAt = world.now;
  },

  planSchedule(world, self, { start, frequency = '', times = scheduleCreate.times.default }) {
    const first = world.now + (startsIn(start) ?? 0);
    const left = frequency === 'once' ? 1 : Number(times);
    jobData(self).schedule = { first, next: first, period: periods[frequency] ?? 0, left };
  },

  /** The first time after now of the form start + k periods. */
  planNextRun(world, self) {
    const { schedule } = jobData(self);
    if (!schedule) return;
    const passed = Math.floor((world.now - schedule.first) / schedule.period) + 1;
    schedule.next = schedule.first + passed * schedule.period;
  },

  /** The control plane's command passes gates and faults like any other. */
  startScheduledRun(world, self) {
    const { schedule } = jobData(self);
    if (schedule) schedule.left -= 1;
    const word = self.state('migrated') === 'yes' ? 'sync' : 'migrateData';
    const refusal = world.command(self, `${word}.start`, {});
    if (refusal) world.tell(self, 'schedule.refused', { code: String(refusal.code) });
    else world.tell(self, 'schedule.begun', { follows: word });
  },

  keepVersion(_, self, { version }) {
    const data: AgentData = agentData(self);
    data.version = version ?? null;
  },

  createProject(_, self, { agent = projectCreate.agent.default, name = null, destination = null }) {
    Object.assign(projectData(self), { agent, name, destination });
  },

  setPolicy(_, self, params) {
    const domain = domainData(self);
    for (const key of ['maxActiveJobs', 'maxFiles', 'maxBytes'] as const)
      domain[key] = wholeOf(params[key]) ?? domain[key];
    domain.minVersion = params.minVersion ?? domain.minVersion;
    domain.latest = params.latest ?? domain.latest;
  },

  forbidDestination: (_, self, { path = '' }) => say(domainData(self).paths, path, true),
  allowDestination: (_, self, { path = '' }) => say(domainData(self).paths, path, false),

  /** A new fault replaces one that has not struck yet. */
  armFault(_, self, { code }) {
    domainData(self).fault = Number(code);
  },
};

function keepPeriod(job: EntityView, hours: string | undefined): void {
  const data = jobData(job);
  data.skipScanPeriod = wholeOf(hours) ?? data.skipScanPeriod;
}

/** The latest rule for a path counts: it moves to the end and replaces earlier rules for the same path. */
function say(paths: { path: string; forbidden: boolean }[], said: string, forbidden: boolean): void {
  const path = plainPath(said);
  const before = paths.findIndex((rule) => rule.path === path);
  if (before >= 0) paths.splice(before, 1);
  paths.push({ path, forbidden });
}

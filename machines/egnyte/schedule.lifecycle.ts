import { type Fact, isPhase, type Lifecycle, statusOf } from '../../src/define/index.ts';
import { jobFacts } from './job.facts.ts';
import { jobRules } from './job.rules.ts';
import { job } from './job.ts';
import { jobPhases } from './phases.ts';
import { scheduleRegions } from './schedule.chart.ts';

/** The named conditions of a job that can be scheduled, which the schedule's facts assume. */
const usual: { readonly [region: string]: string } = { CREATE_MIGRATION: 'SUCCEEDED' };

/** The rest of the job as facts, because the schedule's gates read its phases and properties. */
type Around = Exclude<keyof typeof job.chart.states, keyof typeof scheduleRegions>;

const jobAround = Object.fromEntries(
  Object.entries(job.chart.states)
    .filter(([name]) => !Object.hasOwn(scheduleRegions, name))
    .map(([name, region]): [string, Fact] => {
      const values = Object.keys(region.states).map((state) => (isPhase(name) ? statusOf(state) : state));
      return [
        name,
        { values, usual: usual[name] ?? statusOf(region.initial), of: ({ self }) => self.state(name), says: {} },
      ];
    }),
) as { readonly [region in Around]: Fact };

/** The schedule of a job as a lifecycle of its own: the same regions and rules, with the rest of the job as facts. */
export const schedule = {
  kind: 'schedule',
  chart: { id: 'egnyte-schedule', states: scheduleRegions },
  phases: { SCHEDULE_JOB: jobPhases.SCHEDULE_JOB },
  commands: {
    'schedule.create': job.commands['schedule.create'],
    'schedule.stop': job.commands['schedule.stop'],
  },
  reports: {},
  rules: {
    'schedule.create': jobRules['schedule.create'] ?? [],
    'schedule.stop': jobRules['schedule.stop'] ?? [],
  },
  facts: { ...jobAround, ...jobFacts },
  is: {},
  words: job.words,
} as const satisfies Lifecycle;

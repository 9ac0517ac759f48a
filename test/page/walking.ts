import fc from 'fast-check';
import { egnyte } from '../../machines/egnyte/index.ts';
import { judge } from '../../src/engine/judge.ts';
import { specOf } from '../../src/engine/sample-lines.ts';
import { Simulator } from '../../src/engine/simulate.ts';
import { viewOf } from '../../src/engine/view.ts';
import type { Code, Step, View } from '../../src/model/index.ts';
import { walks } from '../random/walks.ts';
import { narrow } from '../systems/egnyte/hints.ts';

/** A gating of the example page. */
export type Gating = (command: string, view: View) => { readonly enabled: boolean; readonly code?: Code };

/** One agent: a job would be created at this one. */
const hints = { ...narrow, values: { ...narrow.values, agent: ['1'] } };

export const walksOfJob: fc.Arbitrary<readonly Step[]> = walks(egnyte, hints, { length: 250, likely: 85, surveys: 0 });

/** `COMMAND: the gating's answer, not the model's`: the differences on a walk, each with its first place. */
export function differencesOn(steps: readonly Step[], gating: Gating, found = new Map<string, string>()) {
  const simulator = new Simulator(egnyte);
  const { world } = simulator;
  for (const step of steps) {
    simulator.run(step);
    for (const job of world.all('job')) {
      const view = viewOf(world, job);
      for (const type of Object.keys(egnyte.entities.job.commands)) {
        const params = specOf(egnyte.entities.job, type).plain ?? {};
        const verdict = judge(world, { kind: 'job', id: job.id, type, params });
        const answer = gating(type, view);
        const ours = answer.enabled ? 'enabled' : String(answer.code);
        const theirs = verdict.accepted ? 'accepted' : String(verdict.code);
        if (ours === theirs || (answer.enabled && verdict.accepted)) continue;
        const group = `${type}: ${ours}, not ${theirs}`;
        if (!found.has(group)) found.set(group, JSON.stringify(view));
      }
    }
  }
  return found;
}

export const sampleOf = (seed: number, numRuns: number): (readonly Step[])[] =>
  fc.sample(walksOfJob, { numRuns, seed });

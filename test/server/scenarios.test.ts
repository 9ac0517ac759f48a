import { describe, expect, it } from 'vitest';
import { systems } from '../../machines/index.ts';
import { Simulator } from '../../src/engine/simulate.ts';
import type { Step, StepResult, System } from '../../src/model/index.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { handler } from '../../src/server/index.ts';
import { scenariosOf } from '../oracle/scenarios.ts';
import { type Client, clientOf } from './asking.ts';

/** Sends a step as a request. */
const send = (ask: Client, step: Step, world: string) => {
  const headers = { 'lifecycle-world': world };
  if ('wait' in step) return ask('POST /_lifecycle/wait', { for: step.wait }, headers);
  return ask(`POST /v1/${step.kind}/${step.id}/${encodeURIComponent(step.type)}`, step.params, headers);
};

const STATUS = { accepted: 202, applied: 202, ignored: 200, rejected: 409 } as const;

describe.each(Object.values<System>(systems))('the scenarios of $name, sent as requests', (system) => {
  const ask = clientOf(handler(system));

  it.each(scenariosOf(system.name))('%s has the outcomes of simulate', async (file, text) => {
    const simulator = new Simulator(system);
    for (const step of readScenario(system, text)) {
      const { missed: _, ...result }: StepResult = simulator.run(step);
      const { status, body } = await send(ask, step, file);
      expect(status).toBe('wait' in step ? 200 : STATUS[result.outcome]);
      if (status !== 409) expect(body).toEqual(result);
      else {
        const { code, name, detail: reason, mark } = body;
        expect({ error: { code, name }, reason, mark }).toEqual({
          error: result.error,
          reason: result.reason,
          mark: result.mark,
        });
      }
    }
    await ask('DELETE /_lifecycle', undefined, { 'lifecycle-world': file });
  });
});

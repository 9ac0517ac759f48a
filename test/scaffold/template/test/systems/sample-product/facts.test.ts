import { describe, expect, it } from 'vitest';
import { Simulator } from '../../../../../../src/engine/simulate.ts';
import type { StepResult } from '../../../../../../src/model/index.ts';
import { readScenario } from '../../../../../../src/scenario/index.ts';
import { sampleProduct } from '../../../machines/sample-product/index.ts';

/** What a script misses of what it expects: nothing, where the model is right. Steps are parted by `;`. */
function missed(script: string): StepResult[] {
  const simulator = new Simulator(sampleProduct);
  const steps = readScenario(sampleProduct, script.replace(/; */g, '\n'));
  return steps.map((step) => simulator.run(step)).filter((result) => result.missed);
}

it('has every row of the table, in its order', () => {
  expect(sampleProduct.codes.map(({ code, name }) => `${code} ${name}`)).toEqual([
    '7100 TASK_CREATED',
    '7101 TASK_RUNNING',
    '7102 TASK_STOPPED',
    '7103 TASK_SUCCEEDED',
    '7104 TASK_FAILED',
    '7200 TASK_UNKNOWN',
    '7201 TASK_EXISTS',
    '7202 TASK_IS_RUNNING',
    '7203 TASK_IS_DONE',
    '7204 TASK_NOT_RUNNING',
    '7205 TOO_MANY_STARTS',
    '7300 UNKNOWN_COMMAND',
    '7400 SOURCE_LOST',
    '7401 TARGET_FULL',
    '7402 NO_PROGRESS',
    '7500 SERVER_UNAVAILABLE',
  ]);
});

const spent = 'given ready; task stop; task start; task stop; task start';

/** One fact a line: a script, and what holds after its last step. A command's gates are climbed in their order. */
const facts: { readonly [about: string]: readonly (readonly [script: string, expectation: string])[] } = {
  'task create': [
    ['task create', 'accepted TASK:CREATED'],
    ['task create; task create', 'rejected TASK_EXISTS'],
    ['given ready; task succeeded; task create', 'rejected TASK_EXISTS'],
  ],
  'task start': [
    ['task start', 'rejected TASK_UNKNOWN TASK:null'],
    [`${spent}; task start`, 'rejected TASK_IS_RUNNING'],
    [`${spent}; task succeeded; task start`, 'rejected TASK_IS_DONE'],
    [`${spent}; task stop; task start`, 'rejected TOO_MANY_STARTS'],
    ['task create; task start', 'accepted TASK:RUNNING'],
    ['given ready; task stop; task start', 'accepted TASK:RUNNING'],
    ['given ready; task failed code=7400; task start', 'accepted TASK:RUNNING'],
  ],
  'task stop': [
    ['task stop', 'rejected TASK_UNKNOWN'],
    ['given ready; task succeeded; task stop', 'rejected TASK_IS_DONE'],
    ['task create; task stop', 'rejected TASK_NOT_RUNNING'],
    ['given ready; task stop', 'accepted TASK:STOPPED'],
  ],
  'what no task knows': [['task pause', 'rejected UNKNOWN_COMMAND']],
  'what is reported': [
    ['given ready; task failed code=7400', 'applied SOURCE_LOST TASK:FAILED'],
    ['given ready; task failed code=7402', 'ignored TASK:RUNNING'],
    ['task create; task succeeded', 'ignored TASK:CREATED'],
    ['given ready; task succeeded', 'applied TASK:SUCCEEDED'],
  ],
  'an hour of silence': [
    ['given ready; wait 3599', 'task.TASK:RUNNING'],
    ['given ready; wait 1h', 'NO_PROGRESS task.TASK:FAILED'],
    ['given ready; wait 59m; task progressed; wait 59m', 'task.TASK:RUNNING'],
    ['given ready; task stop; wait 1d', 'task.TASK:STOPPED'],
  ],
  'a fault that is armed': [
    ['task create; task fault code=7500; task start', 'rejected SERVER_UNAVAILABLE TASK:CREATED'],
    ['task create; task fault code=7500; task stop', 'rejected TASK_NOT_RUNNING'],
    ['task create; task fault code=7500; task start; task start', 'accepted TASK:RUNNING'],
  ],
};

describe.each(Object.entries(facts))('%s', (_, lines) => {
  it.each(lines)('%s => %s', (script, expectation) => {
    expect(missed(`${script} => ${expectation}`)).toEqual([]);
  });
});

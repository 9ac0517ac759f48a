import { render } from 'state-machine-cat';
import { expect, test } from 'vitest';
import { scxml } from '../../../src/diagram/export/scxml.ts';
import { smcat } from '../../../src/diagram/export/smcat.ts';
import { hostile } from './hostile.ts';
import { subjects } from './machines.ts';
import { hostileSketch, phases, wholes } from './sketches.ts';

/** What state-machine-cat makes of a text. */
interface Machine {
  readonly states: readonly {
    readonly name: string;
    readonly label?: string;
    readonly type: string;
    readonly statemachine?: Machine;
  }[];
  readonly transitions?: readonly { readonly label?: string }[];
}

interface Counted {
  readonly leaves: number;
  readonly initial: number;
  readonly transitions: number;
  readonly labels: readonly string[];
}

function countIn({ states, transitions = [] }: Machine): Counted {
  const inner = states.flatMap(({ statemachine }) => (statemachine ? [countIn(statemachine)] : []));
  const sum = (of: 'leaves' | 'initial' | 'transitions'): number => inner.reduce((total, each) => total + each[of], 0);
  return {
    leaves: states.filter(({ statemachine, type }) => !statemachine && type !== 'initial').length + sum('leaves'),
    initial: states.filter(({ type }) => type === 'initial').length + sum('initial'),
    transitions: transitions.length + sum('transitions'),
    labels: [...states.map(({ label = '' }) => label), ...inner.flatMap(({ labels }) => labels)],
  };
}

const read = async (text: string, inputType: 'smcat' | 'scxml' = 'smcat'): Promise<Counted> =>
  countIn((await render(text, { inputType, outputType: 'json' })) as unknown as Machine);

test.each([...wholes, ...phases])('state-machine-cat sees the states and transitions of $name', async (drawn) => {
  const { sketch, states, arrows } = drawn;
  const text = smcat(sketch);
  const counted = await read(text);
  expect(counted.leaves).toBe(states);
  expect(counted.initial).toBe(sketch.regions.length);
  expect(counted.transitions).toBe(arrows + sketch.regions.length);
  expect(smcat(sketch)).toBe(text);
});

test('state-machine-cat reads hostile labels as they are', async () => {
  const { labels } = await read(smcat(hostileSketch));
  for (const { title, code } of hostileSketch.regions.flatMap(({ states }) => states)) {
    expect(labels).toContain((code === null ? title : `${title}\n${code}`).replaceAll('\t', ' '));
  }
});

test.each([...subjects, hostile])(
  'state-machine-cat reads the SCXML of $name, state by state',
  async ({ system, lifecycle }) => {
    const { leaves } = await read(scxml(system, lifecycle), 'scxml');
    const states = Object.values(lifecycle.chart.states).flatMap((region) => Object.keys(region.states));
    expect(leaves).toBe(states.length + 1);
  },
);

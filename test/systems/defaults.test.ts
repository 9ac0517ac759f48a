import { describe, expect, it } from 'vitest';
import { systems } from '../../machines/index.ts';
import { alphabetOf } from '../../src/engine/sample-lines.ts';
import { Simulator } from '../../src/engine/simulate.ts';
import { choose, mulberry } from '../../src/laws/walk.ts';
import { fits, type Lifecycle, type ParamSpec, type Step, type System } from '../../src/model/index.ts';
import { ScenarioReader, writeStep } from '../../src/scenario/index.ts';
import { seedOr } from '../random/seed.ts';

const SEED = seedOr(20_261_129);
const WALKS = 60;
const STEPS = 150;

/** Every parameter of a system that has a default, as `KIND EVENT KEY`. */
const defaultsOf = ({ entities }: System): Map<string, ParamSpec> =>
  new Map(
    Object.values<Lifecycle>(entities).flatMap(({ kind, commands, reports }) =>
      Object.entries({ ...commands, ...reports }).flatMap(([event, { params = {} }]) =>
        Object.entries(params)
          .filter(([, spec]) => spec.default !== undefined)
          .map(([key, spec]): [string, ParamSpec] => [`${kind} ${event} ${key}`, spec]),
      ),
    ),
  );

const withDefaults = Object.values<System>(systems).filter((system) => defaultsOf(system).size > 0);

describe.each(withDefaults.map((system) => ({ name: system.name, system })))('the defaults of $name', ({ system }) => {
  const defaults = defaultsOf(system);

  it('fit their parameters, which may all be left out', () => {
    const wrong = [...defaults].filter(([, { is, required, default: value = '' }]) => required || !fits(is, value));
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  it('may be written out, without a change to any answer or situation', { timeout: 60_000 }, () => {
    const chance = mulberry(SEED);
    const reader = new ScenarioReader(system);
    const lines = alphabetOf(system).map((line) => reader.line(line)[0] as Step);
    const tried = new Set<string>();
    for (let walk = 0; walk < WALKS; walk += 1) {
      const [short, long] = [new Simulator(system), new Simulator(system)];
      const taken: Step[] = [];
      const opening = walk % 4 === 0 ? [] : reader.line('given ready');
      for (let at = 0; at < STEPS; at += 1) {
        const any = lines[Math.floor(chance() * lines.length)] as Step;
        const step = opening[at] ?? (chance() < 0.2 ? any : choose(short, lines, chance));
        taken.push(step);
        const { full, written } = writtenOut(step, defaults);
        const { outcome, error, changes } = short.run(step);
        expect(
          long.run(full),
          `seed ${SEED}: ${writeStep(full)}, the last of\n${taken.map(writeStep).join('\n')}`,
        ).toMatchObject({ outcome, changes, ...(error ? { error } : {}) });
        for (const name of written) tried.add(name);
      }
    }
    expect([...defaults.keys()].filter((name) => !tried.has(name))).toEqual([]);
  });
});

/** The step with every default that it leaves out. */
function writtenOut(step: Step, defaults: ReadonlyMap<string, ParamSpec>): { full: Step; written: string[] } {
  if ('wait' in step) return { full: step, written: [] };
  const event = `${step.kind} ${step.type} `;
  const written = [...defaults.keys()].filter((name) => {
    const key = name.slice(event.length);
    return name.startsWith(event) && !Object.hasOwn(step.params, key) && !isTurnedOff(step, key);
  });
  const more = written.map((name) => [name.slice(event.length), defaults.get(name)?.default]);
  return { full: { ...step, params: { ...step.params, ...Object.fromEntries(more) } }, written };
}

/** Confluence turns sync deletes off, unless the same command asks for both (egnyte 2.3). */
const isTurnedOff = ({ params }: Extract<Step, { kind: string }>, key: string): boolean =>
  key === 'syncDeletes' && params.confluence === 'on';

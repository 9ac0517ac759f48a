import { describe, expect, it } from 'vitest';
import { egnyte } from '../../../machines/egnyte/index.ts';
import { judge } from '../../../src/engine/judge.ts';
import { Simulator } from '../../../src/engine/simulate.ts';
import { type EventStep, isRefusal, type Lifecycle, type Rule } from '../../../src/model/index.ts';
import { ScenarioReader } from '../../../src/scenario/index.ts';

/** A code, or acceptance. */
export type Answer = number | 'accepted';

/**
 * One line of a table of gates: what is mended, the scenario lines that mend it (the last one gives the command), and
 * the answer. A refused command changes nothing, so the next rung continues from here.
 */
export type Rung = readonly [mended: string, lines: readonly string[], answer: Answer];

/** The rungs of one command: the first has as many reasons to refuse as possible; at the last it is accepted. */
export interface Ladder {
  readonly command: string;
  readonly rungs: readonly Rung[];
}

/** Ladders of one rung each: unrelated situations. */
export const apart = (command: string, situations: readonly Rung[]): Ladder[] =>
  situations.map((situation) => ({ command, rungs: [situation] }));

/** One test per rung, each in a world of its own. */
export function climb(ladders: readonly Ladder[]): void {
  for (const command of new Set(ladders.map((ladder) => ladder.command))) {
    describe(command, () => {
      for (const { rungs } of ladders.filter((ladder) => ladder.command === command)) {
        it.each(rungs.map(([mended, , answer], at) => [mended, answer, at] as const))('%s → %s', (_, answer, at) => {
          expect(climbed(rungs.slice(0, at + 1)).at(-1)?.answer).toBe(answer);
        });
      }
    });
  }
}

/** Every rule of the commands decides on some rung. */
export function expectEveryRule(
  kind: 'agent' | 'job' | 'project',
  commands: readonly string[],
  ladders: readonly Ladder[],
): void {
  describe('the ladders', () => {
    const all = commands.flatMap((command) =>
      rulesOf(kind, command).map((rule, at) => ({
        name: nameOf(kind, command, at),
        answers: isRefusal(rule) ? `${command} ${rule.code}` : command,
      })),
    );

    it(`meet each of the ${all.length} rules of ${commands.length} commands`, () => {
      const decided = new Set(ladders.flatMap(({ rungs }) => climbed(rungs).map(({ rule }) => rule)));
      const missing = all.filter(({ name }) => !decided.has(name));
      expect(all.length).toBeGreaterThan(0);
      expect(missing).toEqual([]);
    });
    it('are climbed to the top', () => {
      const tops = ladders.filter(({ rungs }) => rungs.at(-1)?.[2] === 'accepted').map(({ command }) => command);
      expect(commands.filter((command) => !tops.includes(command))).toEqual([]);
    });
  });
}

/** The answer at each rung, and the rule that decided. */
function climbed(rungs: readonly Rung[]): { answer: Answer; rule: string | undefined }[] {
  const simulator = new Simulator(egnyte);
  const reader = new ScenarioReader(egnyte);
  return rungs.map(([mended, lines]) => {
    const steps = lines.flatMap((line) => reader.line(line));
    steps.slice(0, -1).forEach((step, at) => {
      const { outcome, error } = simulator.run(step);
      if (outcome === 'accepted' || outcome === 'applied') return;
      throw new Error(`"${mended}" is not mended: ${lines[at]} was ${outcome} ${error?.code ?? ''}`);
    });
    const asked = steps.at(-1) as EventStep;
    const { rule } = judge(simulator.world, asked);
    const { outcome, error } = simulator.run(asked);
    return {
      answer: outcome === 'accepted' ? outcome : Number(error?.code),
      rule: rule && nameOf(asked.kind, asked.type, rulesOf(asked.kind, asked.type).indexOf(rule)),
    };
  });
}

function rulesOf(kind: string, command: string): readonly Rule[] {
  const lifecycles: { readonly [kind: string]: Lifecycle } = egnyte.entities;
  return lifecycles[kind]?.rules[command] ?? [];
}

function nameOf(kind: string, command: string, at: number): string {
  const rule = rulesOf(kind, command)[at];
  return `${kind} ${command} ${at + 1}: ${rule?.gate}${rule && isRefusal(rule) ? ` → ${rule.code}` : ''}`;
}

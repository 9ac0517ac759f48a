import { judge } from '../engine/judge.ts';
import { waitsOf } from '../engine/sample-lines.ts';
import type { World } from '../engine/world.ts';
import { type Code, isPass, type Lifecycle, type Step, type System, secondsOf } from '../model/index.ts';
import { isUsual, type Letter, lettersOf } from '../space/letters.ts';
import { OPENING, type Read } from '../space/lines.ts';

/**
 * Most steps are refused or ignored, which is found here without copying the world. Returns the code of a refusal, null
 * for an ignored report, and undefined for steps that may change the world.
 */
export function answerWithoutChange(world: World, [step, more]: readonly Step[]): Code | null | undefined {
  if (!step || more || 'wait' in step) return undefined;
  const entity = world.peek(step.kind, step.id);
  if (entity.lifecycle.reports.has(step.type)) return world.reacts(entity, step.type, step.params) ? undefined : null;
  const { accepted, code, rule } = judge(world, step);
  return accepted || (rule && !isPass(rule) && rule.effect !== undefined) ? undefined : code;
}

/** A line that a scenario may continue with. */
export interface LineToTry {
  readonly line: string;
  /** One step; only the opening has several. */
  readonly steps: readonly Step[];
  /** The line's letter, if it has one. */
  readonly letter: Letter | undefined;
  /** Only allowed as the first line. */
  readonly opening: boolean;
}

/** An event that no entity has; stands for all unknown events. */
const UNKNOWN = 'no-such-event';

/**
 * Every line that the data distinguishes: the letters of every entity, lines that change a fact, the system's search
 * hints, an unknown event for each kind, each fault, a wait for each delay, and the opening. The entities are those
 * that these lines name.
 */
export function linesToTry(system: System, read: Read): LineToTry[] {
  const moves = new Map<string, LineToTry>();
  const add = (line: string, letter?: Letter): void => {
    if (!moves.has(line)) moves.set(line, { line, steps: read(line), letter, opening: line === OPENING });
  };
  add(OPENING);
  for (const lifecycle of Object.values(system.entities)) {
    for (const letter of lettersOf(system, lifecycle, [lifecycle.kind])) {
      if (letter.line !== undefined) add(letter.line, letter);
    }
  }
  for (const lifecycle of Object.values(system.entities)) {
    for (const line of waitsOf(lifecycle)) add(line);
    add(`${lifecycle.kind} ${UNKNOWN}`);
    for (const line of suggestedBy(lifecycle)) add(line);
  }
  for (const line of system.searchHints.flatMap((lines) => lines.split('\n'))) add(line);
  for (const { arm } of system.faults ?? []) add(arm);
  const oddity = ({ letter, opening }: LineToTry): number => (opening ? 2 : letter && isUsual(system, letter) ? 0 : 1);
  return [...moves.values()].sort((a, b) => oddity(a) - oddity(b) || plainestFirst(a.line, b.line));
}

/** Order of lines: of equally short scenarios, the one with plainer words and shorter waits is found first. */
export const plainestFirst = (a: string, b: string): number =>
  a.split(' ').length - b.split(' ').length || waitIn(a) - waitIn(b);

const waitIn = (line: string): number => (line.startsWith('wait ') ? (secondsOf(line.slice(5)) ?? 0) : 0);

function suggestedBy({ facts, internal = {} }: Lifecycle): string[] {
  return [
    ...Object.values(facts).flatMap(({ changedBy = [] }) => changedBy),
    ...Object.values(internal).flatMap(({ causedBy }) => causedBy),
  ];
}

import type { System } from '../../../src/model/index.ts';
import { accepted, passed } from './gates.ts';
import { every, FALSE, not, TRUE } from './logic.ts';
import { reactionTo, reacts } from './reaction.ts';
import { type Happening, Space } from './space.ts';
import { StepWriter } from './step.ts';
import { disturbs } from './still.ts';
import { indent, oneOf, textOf } from './text.ts';

export type { Happening } from './space.ts';

/**
 * The space of an entity in Promela, for SPIN to explore: one process that repeatedly chooses a letter that is enabled
 * in the present states. A letter is one `d_step`, and a state consists of the regions only. So SPIN's states are the
 * situations, and its transitions are the letters taken.
 *
 * It is written from charts, rules, conditions and facts. Code (facts, links, settling) is run symbolically, for every
 * answer that it can get. The letters say what can happen, and belong to the definition of the space.
 *
 * @throws Error if code cannot be run symbolically; the message says why.
 */
export function promela(system: System, kind: string, letters: readonly Happening[]): string {
  const space = new Space(system, kind);
  const writer = new StepWriter(space);
  const options = letters.flatMap((letter) => option(space, writer, letter));
  return [
    `/* ${system.name} ${space.kinds.join(' ')}: ${letters.length} letters. Verifiers are made with spin -o2: it leaves write-only variables in. */`,
    ...variables(space),
    ...[...writer.signals].map((signal, number) => `#define ${signal} ${number}`),
    ...writer.declarations(),
    '',
    'active proctype lifecycle() {',
    'end:',
    '  do',
    ...(options.length > 0 ? options.map(indent) : ['  :: false -> skip']),
    '  od',
    '}',
    '',
  ].join('\n');
}

/** One letter: its guard and its effect. */
function option(space: Space, writer: StepWriter, letter: Happening): string[] {
  const { commands, rules } = space.lifecycle(letter.kind);
  const gates = Object.hasOwn(commands, letter.event) ? (rules[letter.event] ?? []) : undefined;
  const told = gates ? accepted(space, gates, letter) : reacts(reactionTo(space, letter));
  const idle = gates ? passed(space, gates, letter) : FALSE;
  const still = letter.kind === space.kinds[0] ? every([disturbs(space, letter), not(idle)]) : FALSE;
  const guard = every([told, not(still)]);
  if (guard === FALSE) return [];
  const body = oneOf([{ when: not(idle), does: writer.step(letter) }]);
  const params = Object.entries(letter.params).map(([key, value]) => ` ${key}=${value}`);
  const said = `${letter.kind} ${letter.event}${params.join('')}`.replaceAll(/[^\x20-\x7e]|\*\/|\/\*|\\/g, '?');
  return [`/* ${said} */\n:: d_step {\n${indent(guard === TRUE ? textOf(body) : `${guard} ->\n${textOf(body)}`)}\n}`];
}

/** A variable for each region that moves, with as few bits as its states need. */
function variables(space: Space): string[] {
  return space.kinds.flatMap((kind) =>
    Object.entries(space.lifecycle(kind).chart.states).flatMap(([region, { initial }]) => {
      if (space.isFixed(kind, region)) return [];
      const states = space.states(kind, region);
      const width = Math.ceil(Math.log2(states.length));
      return [
        ...states.map((state, number) => `#define ${space.state(kind, region, state)} ${number}`),
        `unsigned ${space.variable(kind, region)} : ${width} = ${space.state(kind, region, initial)};`,
      ];
    }),
  );
}

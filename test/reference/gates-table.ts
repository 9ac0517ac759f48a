import { describe } from '../../src/condition/sentence.ts';
import { groupedBy } from '../../src/model/grouped.ts';
import {
  type Code,
  isPass,
  isRefusal,
  type Lifecycle,
  type Mark,
  type Rule,
  type System,
} from '../../src/model/index.ts';
import { code, table } from './markdown.ts';
import { marksLine } from './marks.ts';

/** The gates of every command of an entity, in the order in which they are asked. Commands with the same share a table. */
export function gatesTables(system: System, lifecycle: Lifecycle, level: number): string[] {
  const { kind, commands, rules } = lifecycle;
  if (Object.keys(commands).length === 0) return [`No event of ${kind} is a command, so none is refused.`, ''];
  const alike = groupedBy(Object.keys(commands), (command) =>
    JSON.stringify((rules[command] ?? []).map((rule) => row(system, lifecycle, rule))),
  );
  const unknown = unknownEventMark(system);
  const marks = Object.values(rules).flatMap((list) => list.map(({ mark }) => mark));
  return [
    'The first gate that holds gives the answer. Before all gates: an event that the entity does not know →',
    `${named(system, system.unknownEvent)} (${unknown}).`,
    '',
    `Marks: ${marksLine(system, [unknown, ...marks])}.`,
    '',
    ...[...alike].flatMap(([rows, sharing]) => {
      const gates = JSON.parse(rows) as string[][];
      return [
        `${'#'.repeat(level)} ${sharing.map((command) => `${kind} ${command}`).join(', ')}`,
        '',
        ...sharing.map((command) => `${code(command)} ${commands[command]?.says}.`),
        '',
        ...(gates.length === 0 ? ['Never refused.', ''] : table(['gate', 'holds when', 'answer', 'mark'], gates)),
      ];
    }),
  ];
}

function row(system: System, lifecycle: Lifecycle, rule: Rule): string[] {
  return [rule.gate, describe(rule.when, lifecycle), answer(system, rule), rule.mark];
}

function answer(system: System, rule: Rule): string {
  if (isPass(rule)) return 'accepted, and nothing is carried out';
  if (!isRefusal(rule)) return `none yet: ${code(rule.effect)} is done, and the next gate is asked`;
  return named(system, rule.code) + (rule.effect === undefined ? '' : `, and ${code(rule.effect)} is done`);
}

function named({ codes }: System, given: Code): string {
  const name = codes.find((each) => each.code === given)?.name ?? '';
  return name === given ? code(name) : `${given} ${code(name)}`;
}

const unknownEventMark = ({ codes, unknownEvent, unknownEventMark }: System): Mark =>
  unknownEventMark ?? codes.find(({ code }) => code === unknownEvent)?.mark ?? 'I';

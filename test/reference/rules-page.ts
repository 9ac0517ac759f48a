import { describe } from '../../src/condition/sentence.ts';
import { isPass, isRefusal, type Lifecycle, type Rule, type System } from '../../src/model/index.ts';
import { marks } from './codes-page.ts';
import { code, GENERATED, table } from './markdown.ts';

/** The gates of every command of every entity, in the order in which they are asked. */
export function rulesPage(system: System): string {
  return [
    GENERATED,
    `# ${system.title}: rules`,
    '',
    'The gates of every command, in the order in which they are asked: the first that holds is the answer.',
    `An event that an entity does not know is rejected with ${code(String(system.unknownEvent))}, before every gate.`,
    `Marks: ${marks(system)}.`,
    '',
    ...Object.values(system.entities).flatMap((lifecycle) => entity(system, lifecycle)),
  ].join('\n');
}

function entity(system: System, lifecycle: Lifecycle): string[] {
  const alike = new Map<string, string[]>();
  for (const command of Object.keys(lifecycle.commands)) {
    const rows = JSON.stringify((lifecycle.rules[command] ?? []).map((rule) => row(system, lifecycle, rule)));
    alike.set(rows, [...(alike.get(rows) ?? []), command]);
  }
  return [...alike].flatMap(([rows, commands]) => {
    const gates = JSON.parse(rows) as string[][];
    return [
      `## ${commands.map((command) => `${lifecycle.kind} ${command}`).join(', ')}`,
      '',
      ...commands.map((command) => `${code(command)} ${lifecycle.commands[command]?.says}.`),
      '',
      ...(gates.length === 0 ? ['Never refused.', ''] : table(['gate', 'holds when', 'answer', 'mark'], gates)),
    ];
  });
}

function row(system: System, lifecycle: Lifecycle, rule: Rule): string[] {
  return [rule.gate, describe(rule.when, lifecycle), answer(system, rule), rule.mark];
}

function answer({ codes }: System, rule: Rule): string {
  if (isPass(rule)) return 'accepted, and nothing is carried out';
  if (!isRefusal(rule)) return `(${rule.effect}, and on)`;
  const name = codes.find((each) => each.code === rule.code)?.name ?? '';
  return name === rule.code ? code(name) : `${rule.code} ${code(name)}`;
}

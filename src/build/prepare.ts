import type { SystemName } from '../../machines/index.ts';
import { loaders } from '../../machines/lazy.ts';
import { answersOf } from '../../machines/shipped.ts';
import { canWhere } from '../answers/can.ts';
import { gatesOf } from '../answers/explain.ts';
import { commandsOf, statusesOf } from '../answers/find.ts';
import { canQuestion, gatesQuestion } from '../cli/prepared.ts';
import { type System, statusOf } from '../model/index.ts';
import { ScenarioReader } from '../scenario/index.ts';

/** Asks of each status what `can` says, and of each command its gates, and writes it as `src/cli/prepared.ts` reads it. */
export async function prepare(name: SystemName): Promise<string> {
  const system: System = await loaders[name]();
  const reader = new ScenarioReader(system);
  const shipped = await answersOf(name);
  const source = { system, read: (line: string) => reader.line(line), shipped };
  const places = new Map<string, number>();
  let length = 1;
  /** Where the line of this part begins. */
  const part = (value: unknown): number => {
    const text = textOf(value);
    const known = places.get(text);
    if (known !== undefined) return known;
    const place = length;
    places.set(text, place);
    length += Buffer.byteLength(text) + 1;
    return place;
  };
  const textOf = (value: unknown): string =>
    JSON.stringify(value, (key, each: unknown) => {
      if (key === 'scenario' && each !== undefined) return part(each);
      return key === 'otherwise' ? (each as readonly unknown[]).map(part) : each;
    });
  const answers: string[] = [];
  for (const { entity, phase, status } of statusesOf(system)) {
    const known = { [phase]: statusOf(status) };
    const can = canWhere(source, entity, system.entities[entity]?.singleton ?? '1', known);
    answers.push(`${canQuestion(entity, known)}\t${textOf(can)}`);
  }
  for (const each of commandsOf(system)) {
    answers.push(`${gatesQuestion(each)}\t${textOf(gatesOf(system, each, shipped))}`);
  }
  return ['', ...places.keys(), ...answers, ''].join('\n');
}

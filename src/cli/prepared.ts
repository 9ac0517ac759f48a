import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Can, Impossible } from '../answers/can.ts';
import type { CommandGates } from '../answers/explain.ts';
import type { CommandFound } from '../answers/find.ts';
import type { PartialView } from '../reach/index.ts';

/**
 * The file beside the bundle with the answers about a system that the build has worked out: `can` of each status, and the
 * gates of each command. Each line is JSON, and only the lines that are needed are parsed. An answer follows its question
 * and a tab. A scenario, or one of several answers, has a line of its own, as many share it: it is referred to by the
 * offset of the line.
 */
export const preparedFile = (system: string): string => `${system}-prepared.gz`;

/** The answers that were prepared for a system. The sources have none, and work out each answer when it is asked for. */
export async function readPrepared(system: string, folder = import.meta.dirname): Promise<Buffer | undefined> {
  const file = join(folder, preparedFile(system));
  if (!existsSync(file)) return undefined;
  const { gunzipSync } = await import('node:zlib');
  return gunzipSync(readFileSync(file));
}

export const preparedCan = (prepared: Buffer | undefined, kind: string, known: PartialView) =>
  answerIn<Can | Impossible>(prepared, canQuestion(kind, known));

export const preparedGates = (prepared: Buffer | undefined, found: CommandFound) =>
  answerIn<CommandGates>(prepared, gatesQuestion(found));

export const canQuestion = (kind: string, known: PartialView): string => `${kind} ${JSON.stringify(known)}`;

export const gatesQuestion = ({ entity, command }: CommandFound): string => `${entity} ${command}`;

/** Undefined where nothing is prepared for the question. */
function answerIn<Answer>(prepared: Buffer | undefined, question: string): Answer | undefined {
  const head = `\n${question}\t`;
  const at = prepared?.indexOf(head) ?? -1;
  return prepared && at !== -1 ? (parse(prepared, at + Buffer.byteLength(head)) as Answer) : undefined;
}

const parse = (prepared: Buffer, from: number): unknown =>
  JSON.parse(prepared.toString('utf8', from, prepared.indexOf('\n', from)), (key, value: unknown) => {
    if (key === 'scenario') return parse(prepared, value as number);
    return key === 'otherwise' ? (value as number[]).map((part) => parse(prepared, part)) : value;
  });

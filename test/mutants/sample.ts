import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Mutation, mutationsOf } from './mutations.ts';

export const ROOT = resolve(import.meta.dirname, '../..');

const FILES = [
  'machines/*/*.ts',
  ...['engine', 'condition', 'stepper', 'model', 'scenario'].map((room) => `src/${room}/*.ts`),
];

/** Left out: tables that tests compare with the vendor's word by word, and code that only makes sentences or lists. */
const LEFT_OUT =
  /\/(?:codes|phases|index|lazy|occurrences|answers|scenarios|explanation|told|why-\w+|sentence|formula|sample-lines|where-used)\.ts$/;

/** The folder of a file. */
export const roomOf = (file: string): string => file.split('/').slice(0, 2).join('/');

/** Every mutation of the facts and of the engine, or of the given files, in the order of their places. */
export const allMutations = (files: readonly string[] = FILES): Mutation[] =>
  files
    .flatMap((pattern) => globSync(pattern, { cwd: ROOT }))
    .sort()
    .filter((file) => !LEFT_OUT.test(file))
    .flatMap((file) => mutationsOf(file, readFileSync(join(ROOT, file), 'utf8')));

/**
 * The numbers of all mutations in a random order, taken from each room in turn as long as it has any. The first ones
 * are a sample of any size.
 */
export function shuffled(mutations: readonly Mutation[], seed: string): number[] {
  const place = (index: number): string => createHash('sha256').update(`${seed} ${index}`).digest('hex');
  const order = [...mutations.keys()].sort((a, b) => (place(a) < place(b) ? -1 : 1));
  const inRoom = (room: string): number[] => order.filter((index) => roomOf(mutations[index]?.file ?? '') === room);
  const rooms = [...new Set(mutations.map(({ file }) => roomOf(file)))].map(inRoom);
  const turns = Math.max(0, ...rooms.map((room) => room.length));
  return Array.from({ length: turns }, (_, turn) => rooms.flatMap((room) => room[turn] ?? [])).flat();
}

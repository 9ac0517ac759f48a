import { createReadStream, fstatSync, open, openSync, readSync, type Stats, statSync } from 'node:fs';
import { Complaint } from '../../scenario/complaint.ts';
import { show } from '../../scenario/wording.ts';
import { isTerminal } from './standard.ts';
import { systemReason } from './system-error.ts';

/** Where a scenario comes from. */
export type Input = RegularFile | Flow;

/** A file that can be read more than once. */
export interface RegularFile {
  readonly name: string;
  readonly size: number;
  readonly descriptor: number;
}

/** A stream, which can be read once. */
interface Flow {
  readonly name: string;
  readonly flow: AsyncIterable<Uint8Array>;
}

/** Opens what the argument names: a file, a pipe, or standard input. Throws a Complaint if it cannot be read. */
export async function inputOf(path: string | undefined): Promise<Input> {
  if (path === undefined && isTerminal(0)) {
    throw new Complaint('no FILE, and standard input is a terminal', 'name a file, or - to type a scenario');
  }
  if (path === undefined || STANDARD_INPUT.has(path)) return standardInput();
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) throw new Complaint(`${show(path)} is a directory`, NEXT);
    if (stats.isFile()) return { name: path, size: stats.size, descriptor: openSync(path, 'r') };
    return { name: path, flow: watched(show(path), await streamOf(path, stats)) };
  } catch (error) {
    throw complaintOf(error, show(path));
  }
}

/** The whole text of an input. */
export async function wholeText(path: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of bytesOf(await inputOf(path))) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

/** The bytes of an input. */
export async function* bytesOf(input: Input): AsyncGenerator<Uint8Array> {
  yield* 'flow' in input ? input.flow : chunksOf(input);
}

/** The bytes of a file, up to an end. The next chunk overwrites the one before. */
export function* chunksOf({ name, descriptor }: RegularFile, end = Number.POSITIVE_INFINITY): Generator<Uint8Array> {
  const room = new Uint8Array(CHUNK);
  for (let at = 0; at < end; ) {
    let length: number;
    try {
      length = readSync(descriptor, room, 0, Math.min(CHUNK, end - at), at);
    } catch (error) {
      throw complaintOf(error, show(name));
    }
    if (length === 0) return;
    at += length;
    yield room.subarray(0, length);
  }
}

/** Node reads a directory as empty input, so it is refused here. */
function standardInput(): Flow {
  if (fstatSync(0).isDirectory()) throw new Complaint('standard input is a directory', NEXT);
  return { name: '-', flow: watched('standard input', process.stdin) };
}

const STANDARD_INPUT: ReadonlySet<string> = new Set(['-', '/dev/stdin', '/dev/fd/0', '/proc/self/fd/0']);
const CHUNK = 1 << 16;
const NEXT = 'name a scenario file, or - for standard input';

/** A pipe is opened as a socket: a pending read of a file would keep the program from ending. */
async function streamOf(path: string, stats: Stats): Promise<AsyncIterable<Uint8Array>> {
  const fd = await new Promise<number>((resolve, reject) =>
    open(path, 'r', (error, descriptor) => (error ? reject(error) : resolve(descriptor))),
  );
  if (!stats.isFIFO()) return createReadStream(path, { fd });
  return new (process.getBuiltinModule('node:net').Socket)({ fd, readable: true, writable: false });
}

/** The stream, with read errors as Complaints. */
async function* watched(called: string, stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    throw complaintOf(error, called);
  }
}

function complaintOf(error: unknown, called: string): unknown {
  const why = systemReason(error);
  return why === undefined ? error : new Complaint(`cannot read ${called}: ${why}`, NEXT);
}

import { readSync, writeSync } from 'node:fs';

/**
 * The cost of reading the same lines and printing lines like ours, with nothing in between. JSON.parse parses each line
 * of standard input, and JSON.stringify prints an object with the keys of a step's result and our average length. It
 * reads and writes in large pieces, without readline and without promises.
 */
const room = Buffer.allocUnsafe(1 << 16);
let rest = '';
let step = 0;
let out = '';
const error = { code: 692, name: 'CREATE_MIGRATION_AGENT_INACTIVE_ERR' };

const write = (text: string): void => {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
};

const answer = (line: string): void => {
  const { to, type, wait } = JSON.parse(line) as { to?: string; type?: string; wait?: string | number };
  step += 1;
  const why = { line: step, reason: 'the job neither exists nor is being created', mark: 'I' };
  out += `${JSON.stringify({ step, at: 0, to, type: type ?? wait, outcome: 'rejected', error, changes: [], ...why })}\n`;
  if (out.length < 1 << 16) return;
  write(out);
  out = '';
};

for (;;) {
  let length = 0;
  try {
    length = readSync(0, room);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') continue;
    throw error;
  }
  if (length === 0) break;
  const text = rest + room.toString('latin1', 0, length);
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    answer(text.slice(start, end));
    start = end + 1;
  }
  rest = text.slice(start);
}
if (rest !== '') answer(rest);
write(out);

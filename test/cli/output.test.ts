import { Writable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { Output } from '../../src/cli/io/output.ts';
import { Progress } from '../../src/cli/io/progress.ts';
import { Terminal } from '../../src/cli/io/terminal.ts';

/** A stream that accepts a chunk only when told to. */
function slow() {
  const pieces: string[] = [];
  const waiting: (() => void)[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      pieces.push(String(chunk));
      waiting.push(done);
    },
  });
  return { stream, pieces, take: () => waiting.shift()?.() };
}

describe('the output', () => {
  it('buffers text until it is flushed', async () => {
    const { stream, pieces, take } = slow();
    const out = new Output(stream);
    out.write('one\n');
    out.write('zwei, drei: ä€😀\n');
    expect(pieces).toEqual([]);
    const flushed = out.flush();
    take();
    await flushed;
    expect(pieces).toEqual(['one\nzwei, drei: ä€😀\n']);
  });

  it('waits for a slow reader', async () => {
    const { stream, take } = slow();
    const out = new Output(stream);
    out.write('one\n');
    let flushed = false;
    const flushing = out.flush().then(() => {
      flushed = true;
    });
    await new Promise(setImmediate);
    expect(flushed).toBe(false);
    take();
    await flushing;
    expect(flushed).toBe(true);
  });

  it('is full at 64 KiB', () => {
    const out = new Output(slow().stream);
    out.write('x'.repeat(65_535));
    expect(out.full).toBe(false);
    out.write('x');
    expect(out.full).toBe(true);
  });

  it('accepts a text of any length', async () => {
    const { stream, pieces, take } = slow();
    const out = new Output(stream);
    const long = '€'.repeat(1_000_000);
    out.write('a');
    out.write(long);
    out.write('b');
    const flushed = out.flush();
    take();
    await flushed;
    expect(pieces.join('') === `a${long}b`).toBe(true);
  });

  it('has the progress line removed before each chunk', async () => {
    const { stream, pieces, take } = slow();
    const out = new Output(stream, () => pieces.push('removed'));
    out.write('first');
    const flushed = out.flush();
    take();
    await flushed;
    expect(pieces).toEqual(['removed', 'first']);
  });

  it('writes nothing if the buffer is empty', async () => {
    const { stream, pieces } = slow();
    await new Output(stream).flush();
    expect(pieces).toEqual([]);
  });
});

describe('the progress line', () => {
  /** Chunks of 100 bytes with 1000 steps each, with a pause in milliseconds between them. */
  async function shown(
    pause: number,
    pieces: number,
    { watched = true, size }: { watched?: boolean; size?: number } = {},
  ) {
    const written: string[] = [];
    let now = 0;
    class Watched extends Terminal {
      override get watched() {
        return watched;
      }
    }
    const terminal = new Watched();
    const progress = new Progress(terminal, () => now);
    const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      written.push(String(text).replace('\r\x1b[K', ''));
      return true;
    });
    try {
      for await (const _ of progress.watch('running', Array(pieces).fill(new Uint8Array(100)), size)) {
        progress.steps += 1000;
        now += pause;
      }
      terminal.clear();
    } finally {
      write.mockRestore();
    }
    return written;
  }

  it('is not shown for a second', async () => expect(await shown(100, 9)).toEqual([]));
  it('is not shown if nobody watches', async () => expect(await shown(100, 50, { watched: false })).toEqual([]));

  it('shows the steps and their rate, and is cleared', async () => {
    expect(await shown(600, 3)).toEqual([
      'running: 2,000 steps, 1,667 steps/s',
      'running: 3,000 steps, 1,667 steps/s',
      '',
    ]);
  });

  it('shows the percentage of a file', async () => {
    expect(await shown(600, 3, { size: 300 })).toEqual([
      'running: 2,000 steps, 66 %, 1,667 steps/s',
      'running: 3,000 steps, 100 %, 1,667 steps/s',
      '',
    ]);
  });

  it('changes at most five times a second', async () => expect(await shown(10, 200)).toHaveLength(7));
});

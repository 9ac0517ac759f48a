import { fstatSync, writeSync } from 'node:fs';
import type { Sink } from './output.ts';

/**
 * Is there a person at the other end? What only a device can be is asked first: the module that knows terminals brings
 * the network along, and takes longer to load than a short scenario to run.
 */
export function isTerminal(descriptor: 0 | 1 | 2): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice() && process.getBuiltinModule('node:tty').isatty(descriptor);
  } catch {
    return false;
  }
}

/**
 * Standard output without a stream, for as long as what is written is taken at once. At the first piece that is not, a
 * pipe that is full or a reader that has gone, the stream is made and does the waiting, and tells what is wrong.
 */
export class StandardOutput implements Sink {
  private stream: NodeJS.WriteStream | undefined;
  private readonly listeners: ((error: Error) => void)[] = [];

  on(event: 'error', listener: (error: Error) => void): void {
    this.listeners.push(listener);
    this.stream?.on(event, listener);
  }

  write(piece: Uint8Array, done: (error?: Error | null) => void): void {
    if (this.stream) {
      this.stream.write(piece, done);
      return;
    }
    let at = 0;
    try {
      while (at < piece.length) at += writeSync(1, piece, at);
    } catch {
      this.stream = process.stdout;
      for (const listener of this.listeners) this.stream.on('error', listener);
      this.stream.write(piece.subarray(at), done);
      return;
    }
    done();
  }
}

import { fstatSync, writeSync } from 'node:fs';
import type { Sink } from './output.ts';

/**
 * Whether a descriptor is a terminal. The module for terminals loads the network modules, which takes longer than a
 * short scenario, so it is asked only about devices.
 */
export function isTerminal(descriptor: 0 | 1 | 2): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice() && process.getBuiltinModule('node:tty').isatty(descriptor);
  } catch {
    return false;
  }
}

/**
 * Standard output without a stream, as long as every write succeeds at once. When one fails, because the pipe is full or
 * closed, a stream is made that waits and reports errors.
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

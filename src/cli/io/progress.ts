import { amount } from '../../scenario/wording.ts';
import type { Terminal } from './terminal.ts';

/** A progress line on standard error, shown where it is a terminal and the results go elsewhere. */
export class Progress {
  /** Steps so far; the work counts them. */
  steps = 0;
  /** Bytes so far. */
  bytes = 0;
  private readonly terminal: Pick<Terminal, 'watched' | 'rewrite'>;
  private readonly watched: boolean;
  private readonly now: () => number;
  private readonly began: number;
  private shownAt = 0;

  constructor(terminal: Pick<Terminal, 'watched' | 'rewrite'>, now = uptime) {
    this.terminal = terminal;
    this.watched = terminal.watched;
    this.now = now;
    this.began = now();
  }

  /** Hands the pieces of input on, and tells of them. */
  async *watch(
    doing: string,
    chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
    size?: number,
  ): AsyncGenerator<Uint8Array> {
    const start = this.now();
    this.steps = 0;
    this.bytes = 0;
    for await (const chunk of chunks) {
      this.bytes += chunk.length;
      yield chunk;
      if (this.watched) this.show(doing, start, size);
    }
  }

  clear(): void {
    if (this.shownAt > 0) this.terminal.rewrite('');
  }

  private show(doing: string, start: number, size: number | undefined): void {
    const now = this.now();
    if (now - this.began < SHORT || now - this.shownAt < PAUSE) return;
    this.shownAt = now;
    const rate = amount(Math.round((this.steps / (now - start)) * 1000));
    const part = size ? `, ${Math.min(100, Math.floor((this.bytes / size) * 100))} %` : '';
    this.terminal.rewrite(`${doing}: ${amount(this.steps)} steps${part}, ${rate} steps/s`);
  }
}

/** Milliseconds, by the one clock that is there without a module being loaded for it. */
const uptime = (): number => process.uptime() * 1000;

/** Milliseconds that a work may take before anybody wonders. */
const SHORT = 1000;

/** Milliseconds between two lines. */
const PAUSE = 200;

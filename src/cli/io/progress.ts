import { amount } from '../../scenario/wording.ts';
import type { Terminal } from './terminal.ts';

/** Shows on the progress line how many steps were taken, and how fast, unless their results scroll by anyway. */
export class Progress {
  /** Steps so far, counted by the caller. */
  steps = 0;
  /** Bytes so far. */
  bytes = 0;
  private readonly terminal: Pick<Terminal, 'progress'>;
  private readonly watched: boolean;
  private readonly now: () => number;
  private readonly began: number;
  private shownAt = 0;

  constructor(terminal: Pick<Terminal, 'watched' | 'columns' | 'progress'>, now = uptime) {
    this.terminal = terminal;
    this.watched = terminal.watched && terminal.columns === undefined;
    this.now = now;
    this.began = now();
  }

  /** Passes the chunks of the input on and reports them. */
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

  private show(doing: string, start: number, size: number | undefined): void {
    const now = this.now();
    if (now - this.began < DELAY || now - this.shownAt < INTERVAL) return;
    this.shownAt = now;
    const rate = amount(Math.round((this.steps / (now - start)) * 1000));
    const part = size ? `, ${Math.min(100, Math.floor((this.bytes / size) * 100))} %` : '';
    this.terminal.progress(`${doing}: ${amount(this.steps)} steps${part}, ${rate} steps/s`);
  }
}

/** Milliseconds. No module has to be loaded for this clock. */
const uptime = (): number => process.uptime() * 1000;

/** Milliseconds before the first line. */
const DELAY = 1000;

/** Milliseconds between two lines. */
export const INTERVAL = 200;

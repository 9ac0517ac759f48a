/** Where the pieces go: a stream, or what is used like one. */
export interface Sink {
  write(piece: Uint8Array, done: (error?: Error | null) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** Standard output in large pieces: text is kept until there is enough of it, or until it is asked to flush. */
export class Output {
  private readonly sink: Sink;
  /** One room for all pieces: text that is kept as text outlives the collector's young generation and fills the memory. */
  private room = Buffer.allocUnsafe(ROOM);
  private length = 0;

  constructor(sink: Sink) {
    this.sink = sink;
    sink.on('error', leave);
  }

  write(text: string): void {
    const most = this.length + text.length * WIDEST;
    if (most > this.room.length) this.widen(most);
    this.length += this.room.write(text, this.length);
  }

  /** There is enough to be flushed. */
  get full(): boolean {
    return this.length >= ENOUGH;
  }

  /** Hands on what is kept, and waits until it is taken: so a slow reader is waited for. */
  async flush(): Promise<void> {
    if (this.length === 0) return;
    const piece = this.room.subarray(0, this.length);
    await new Promise<void>((resolve) => this.sink.write(piece, (error) => error ?? resolve()));
    this.length = 0;
    if (this.room.length > ROOM) this.room = Buffer.allocUnsafe(ROOM);
  }

  /** Hands on what is kept and then these bytes, and waits until they are taken. */
  async bytes(piece: Uint8Array): Promise<void> {
    await this.flush();
    await new Promise<void>((resolve) => this.sink.write(piece, (error) => error ?? resolve()));
  }

  private widen(most: number): void {
    const wider = Buffer.allocUnsafe(Math.max(most, this.room.length * 2));
    this.room.copy(wider, 0, 0, this.length);
    this.room = wider;
  }
}

const ENOUGH = 1 << 16;
const ROOM = 2 * ENOUGH;

/** Bytes of UTF-8 that a unit of a string may need. */
const WIDEST = 3;

/** Nobody reads any more, as behind `| head`: that is no fault of ours. Whatever else keeps us from writing is told. */
function leave(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(
    `lifecycle: cannot write to standard output: ${error.message}; free some space or write elsewhere\n`,
  );
  process.exit(2);
}

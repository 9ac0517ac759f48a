/** Where chunks go: a stream, or something like it. */
export interface Sink {
  write(piece: Uint8Array, done: (error?: Error | null) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** Buffers text and writes it in large chunks. */
export class Output {
  private readonly sink: Sink;
  private readonly beforeChunk: () => void;
  /** One buffer for all chunks. Buffered strings would outlive the young generation and fill the memory. */
  private room = Buffer.allocUnsafe(ROOM);
  private length = 0;

  constructor(sink: Sink, beforeChunk = () => {}) {
    this.sink = sink;
    this.beforeChunk = beforeChunk;
    sink.on('error', leave);
  }

  write(text: string): void {
    // One more, for a line feed.
    const most = this.length + text.length * WIDEST + 1;
    if (most > this.room.length) this.widen(most);
    this.length += this.room.write(text, this.length);
  }

  /** Writes an object as a line of JSON. */
  json(object: object): void {
    this.write(JSON.stringify(object));
    this.room[this.length] = LINE_FEED;
    this.length += 1;
  }

  /** Whether there is enough to flush. */
  get full(): boolean {
    return this.length >= ENOUGH;
  }

  /** Writes the buffer, and waits until the reader has taken it. */
  async flush(): Promise<void> {
    if (this.length === 0) return;
    await this.send(this.room.subarray(0, this.length));
    this.length = 0;
    if (this.room.length > ROOM) this.room = Buffer.allocUnsafe(ROOM);
  }

  /** Writes the buffer and then these bytes, and waits until the reader has taken them. */
  async bytes(piece: Uint8Array): Promise<void> {
    await this.flush();
    await this.send(piece);
  }

  /** After an error it never resolves: the listener ends the program. */
  private send(piece: Uint8Array): Promise<void> {
    this.beforeChunk();
    return new Promise((resolve) => this.sink.write(piece, (error) => error ?? resolve()));
  }

  private widen(most: number): void {
    const wider = Buffer.allocUnsafe(Math.max(most, this.room.length * 2));
    this.room.copy(wider, 0, 0, this.length);
    this.room = wider;
  }
}

const ENOUGH = 1 << 16;
const ROOM = 2 * ENOUGH;

const LINE_FEED = 10;

/** The most bytes of UTF-8 for a unit of a string. */
const WIDEST = 3;

/** A closed pipe, as with `| head`, is no error. Any other write error is reported. */
function leave(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(
    `lifecycle: cannot write to standard output: ${error.message}; free some space or write elsewhere\n`,
  );
  process.exit(2);
}

import type { RouteFile } from './routes/form.ts';

/** How a server answers. */
export interface ServerOptions {
  /** The scenario that every world starts with. */
  readonly after?: string;
  /** Host names and addresses to accept besides loopback, without ports; `0.0.0.0` and `::` stand for all addresses. */
  readonly hosts?: readonly string[];
  /** How requests of a product's own API are answered, besides those of the control plane. */
  readonly routes?: RouteFile;
  /** An allowed origin, instead of `http://localhost` at any port; `*` for all. */
  readonly cors?: string;
  /** Called with a line for each answered request. */
  readonly log?: (line: string) => void;
  /** A clock by which timers run. Without it, virtual time passes only by requests. */
  readonly clock?: RunningClock;
  /** The timeout for the body of a request, in milliseconds. */
  readonly bodyTimeout?: number;
}

/** A clock that runs by itself. */
export interface RunningClock {
  /** Seconds since any fixed moment. */
  now(): number;
  /** Calls back after that many seconds; returns a function that cancels. */
  after(seconds: number, call: () => void): () => void;
}

import type { RouteFile } from './routes/form.ts';

/** How a server answers. */
export interface ServerOptions {
  /** The scenario with which every world begins. */
  readonly after?: string;
  /** Names and addresses under which it may be asked, without ports, besides those of loopback; `0.0.0.0` and `::` stand for all addresses. */
  readonly hosts?: readonly string[];
  /** How requests of a product's own API are answered, besides those of the control plane. */
  readonly routes?: RouteFile;
  /** An origin whose pages may ask, in place of `http://localhost` at any port; `*` for all. */
  readonly cors?: string;
  /** Is told a line for each request that was answered. */
  readonly log?: (line: string) => void;
  /** Timers run by themselves, by this clock. Without it time stands still until a request moves it. */
  readonly clock?: RunningClock;
  /** Milliseconds in which the body of a request has to be there. */
  readonly bodyTimeout?: number;
}

/** A clock that runs by itself. */
export interface RunningClock {
  /** Seconds, from whenever. */
  now(): number;
  /** Calls back once so many seconds have passed; gives the way to call it off. */
  after(seconds: number, call: () => void): () => void;
}

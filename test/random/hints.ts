/** What a generator of steps needs in addition to a system's data, so that walks soon reach something of interest. */
export interface Hints {
  /** Ids of each kind of entity; one that is listed twice is chosen twice as often. */
  readonly ids: { readonly [kind: string]: readonly string[] };
  /** How often a kind is chosen, relative to the others. Default: 1. */
  readonly share?: { readonly [kind: string]: number };
  /** Values to try for a parameter, by `kind event key`, `event key` or `key`; the most specific wins. */
  readonly values?: { readonly [parameter: string]: readonly string[] };
  /** How often an event that would have an effect is chosen, from 0 to 1, by `kind event` or `event`. */
  readonly likely?: { readonly [event: string]: number };
  /** Scenarios from which walks start. Default: the usual opening, and an empty world. */
  readonly openings?: readonly string[];
  /** Seconds to wait, in addition to the time until the next timer. */
  readonly waits: readonly number[];
}

/** Values to try for a parameter, in addition to those of its form. */
export function hinted({ values = {} }: Hints, kind: string, event: string, key: string): readonly string[] {
  for (const name of [`${kind} ${event} ${key}`, `${event} ${key}`, key]) {
    if (Object.hasOwn(values, name)) return values[name] ?? [];
  }
  return [];
}

/** How often an event is chosen if it would have an effect. */
export function likelihood({ likely = {} }: Hints, kind: string, event: string): number {
  for (const name of [`${kind} ${event}`, event]) if (Object.hasOwn(likely, name)) return likely[name] ?? 1;
  return 1;
}

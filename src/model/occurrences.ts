/**
 * The parts of an entity's data that occur in some reachable situation: computed by `src/reach`, and shipped with the
 * five systems. A picture draws nothing else.
 */
export interface Occurrences {
  /** Region → the states in which it ever stands, in the order of the chart. */
  readonly stands: { readonly [region: string]: readonly string[] };
  /**
   * Region → the chart's word for an event → from → the transitions that are ever taken: their places among those that the
   * state has for the event; behind `*` those of its region, behind `**` those of the whole chart.
   */
  readonly taken: {
    readonly [region: string]: { readonly [event: string]: { readonly [from: string]: readonly string[] } };
  };
  /** Phase → state → command → how it is refused because the phase stands there. */
  readonly refused: {
    readonly [phase: string]: { readonly [state: string]: { readonly [command: string]: RefusedThere } };
  };
}

/**
 * The gates, by their places among the rules of the command, that decide in some situation with the status, and would not
 * hold in it with the phase in some other status.
 */
export interface RefusedThere {
  readonly gates: readonly number[];
  /** In every situation with the status one of these gates decides. */
  readonly always: boolean;
}

import type { Answer, Gate } from 'migration-lifecycles/gate/egnyte/job';
import { useMemo } from 'react';

/** The answer to every command for a view. The gate is asked again only if the view changes. */
export function useGate<Command extends string, View, Partly>(
  gate: Gate<Command, View, Partly>,
  view: View,
): { readonly [C in Command]: Answer } {
  return useMemo(() => gate(view), [gate, view]);
}

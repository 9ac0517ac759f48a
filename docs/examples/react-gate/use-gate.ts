import { useMemo } from 'react';

/** Every command's answer for what is seen now: asked again only where something else is seen. */
export function useGate<View, Answers>(gate: (view: View) => Answers, view: View): Answers {
  return useMemo(() => gate(view), [gate, view]);
}

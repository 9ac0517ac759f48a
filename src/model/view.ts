import type { Value } from './condition.ts';
import type { Fact } from './lifecycle.ts';

/** What a UI sees of an entity, and what a gating predicate is given. */
export interface View {
  readonly entity: string;
  readonly phases: { readonly [phase: string]: string | null };
  readonly facts: { readonly [fact: string]: Value };
  /** A fact that is shown beside the others, under its own name: a lifecycle says which. */
  readonly [beside: string]: unknown;
}

/** Where a fact stands in the view: in `facts`, beside them, or nowhere. */
export function placeInView({ shown, usesParams }: Fact): 'facts' | 'beside' | undefined {
  if (shown === 'beside') return 'beside';
  return (shown ?? !usesParams) ? 'facts' : undefined;
}

/** The value that a phase or a fact has in a view; undefined where the view does not have it. */
export function valueIn(view: View, name: string): Value | undefined {
  if (Object.hasOwn(view.phases, name)) return view.phases[name];
  return Object.hasOwn(view.facts, name) ? view.facts[name] : (view[name] as Value | undefined);
}

/** The names that stand beside the facts of a view, and their values. */
export function besideIn({ entity, phases, facts, ...beside }: View): { readonly [name: string]: Value } {
  return beside as { [name: string]: Value };
}

import type { Value } from './condition.ts';
import type { Fact } from './lifecycle.ts';

/** What a UI sees of an entity, and what a gating predicate is given. */
export interface View {
  readonly entity: string;
  readonly phases: { readonly [phase: string]: string | null };
  readonly facts: { readonly [fact: string]: Value };
  /** A fact that the lifecycle shows at the top level, under its own name. */
  readonly [beside: string]: unknown;
}

/** Where the view shows a fact: in `facts`, beside them at the top level, or not at all. */
export function placeInView({ shown, usesParams }: Pick<Fact, 'shown' | 'usesParams'>): 'facts' | 'beside' | undefined {
  if (shown === 'beside') return 'beside';
  return (shown ?? !usesParams) ? 'facts' : undefined;
}

/** The value of a phase or fact in a view; undefined if the view does not have it. */
export function valueIn(view: View, name: string): Value | undefined {
  if (Object.hasOwn(view.phases, name)) return view.phases[name];
  return Object.hasOwn(view.facts, name) ? view.facts[name] : (view[name] as Value | undefined);
}

/** The facts at the top level of a view, with their values. */
export function besideIn({ entity, phases, facts, ...beside }: View): { readonly [name: string]: Value } {
  return beside as { [name: string]: Value };
}

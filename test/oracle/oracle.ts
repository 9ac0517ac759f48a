import type { Answer, Code, OracleResult, OracleStep, Params } from './types.ts';
import { applied, rejected } from './types.ts';
import type { OracleWorld, Thing } from './world.ts';

/** The status of each phase of an entity. */
export type Standing = Record<string, string | null>;

/** The rules of one kind of entity. */
export interface KindRules {
  step(id: string, type: string, params: Params): Answer;
  phases(id: string): Standing;
  /** For rules that depend on something outside the entity. */
  facts?(id: string): Record<string, boolean>;
}

export interface Rules {
  readonly world: OracleWorld;
  readonly kinds: { readonly [kind: string]: KindRules };
  /** The code for an unknown event. */
  readonly unknown: Code;
}

/** The rules of a system, written a second time, to compare with the model. */
export class Oracle {
  private readonly rules: Rules;

  constructor(rules: Rules) {
    this.rules = rules;
  }

  step(step: OracleStep): OracleResult {
    const { world } = this.rules;
    world.changes = [];
    const { outcome, code } = this.answer(step);
    world.endStep();
    return { outcome, changes: world.changes, ...(code === undefined ? {} : { code }) };
  }

  /** The status of every phase of an entity, given as `kind:id`. */
  phases(entity: string): Standing {
    const { kind, id } = address(entity);
    return this.rules.kinds[kind]?.phases(id) ?? {};
  }

  /** The facts of an entity; undefined if the oracle does not compute them. */
  facts(entity: string): Record<string, boolean> | undefined {
    const { kind, id } = address(entity);
    return this.rules.kinds[kind]?.facts?.(id);
  }

  private answer({ to = '', type, params, seconds = 0 }: OracleStep): Answer {
    const { world, kinds, unknown } = this.rules;
    if (type === 'wait' && to === '') {
      world.wait(seconds);
      return applied;
    }
    const { kind, id } = address(to);
    return kinds[kind]?.step(id, type, params) ?? rejected(unknown);
  }
}

/** The statuses of some phases; an entity that does not exist has none. */
export function standing(thing: Thing | undefined, ...phases: string[]): Standing {
  return Object.fromEntries(phases.map((phase) => [phase, thing?.phases.get(phase) ?? null]));
}

function address(entity: string): { kind: string; id: string } {
  const colon = entity.indexOf(':');
  if (colon < 0) return { kind: entity, id: '1' };
  return { kind: entity.slice(0, colon), id: entity.slice(colon + 1) };
}

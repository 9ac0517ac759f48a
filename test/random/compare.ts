import { Simulator } from '../../src/engine/simulate.ts';
import type { World } from '../../src/engine/world.ts';
import type { Code, Step, System } from '../../src/model/index.ts';
import { writeStep } from '../../src/scenario/index.ts';
import { isEvent } from './steps.ts';

/** The result of a step, as far as two statements of the same rules must agree on it. */
export interface Seen {
  readonly outcome: string;
  readonly code?: Code | undefined;
  readonly changes: readonly SeenChange[];
}

export interface SeenChange {
  readonly entity: string;
  readonly phase: string;
  readonly status: string | null;
  readonly error?: Code | undefined;
}

/** One side of a comparison: it takes steps, and gives the statuses of an entity by its `kind:id`. */
export interface Side {
  step(step: Step): Seen;
  phases(entity: string): { readonly [phase: string]: string | null };
}

/** The model as one side: the simulator, whose world can be queried before a step. */
export class Product implements Side {
  readonly world: World;
  private readonly simulator: Simulator;

  constructor(system: System) {
    this.simulator = new Simulator(system);
    this.world = this.simulator.world;
  }

  step(step: Step): Seen {
    const { outcome, error, changes } = this.simulator.run(step);
    const seen = changes.map(({ error: reason, entity, phase, status }) => ({
      entity,
      phase,
      status,
      error: reason?.code,
    }));
    return { outcome, code: error?.code, changes: seen };
  }

  phases(entity: string): { readonly [phase: string]: string | null } {
    const colon = entity.indexOf(':');
    const { lifecycle, at } = this.world.peek(entity.slice(0, colon), entity.slice(colon + 1));
    const shown = lifecycle.regions.map((region, index) => ({
      ...region,
      status: region.statuses[at[index] ?? 0] ?? null,
    }));
    return Object.fromEntries(shown.filter(({ shown: isPhase }) => isPhase).map(({ name, status }) => [name, status]));
  }
}

/** The first step on which the two sides disagree, with the answer of each. */
export interface Disagreement {
  /** From 1. */
  readonly step: number;
  readonly line: string;
  readonly ours: string;
  readonly theirs: string;
}

/** A listener to the steps and to their results on our side. */
export interface Watch {
  before?(step: Step): void;
  after?(step: Step, seen: Seen): void;
}

/** Takes the same steps on both sides, one after another, and stops at the first on which they differ. */
export function disagreement(
  steps: readonly Step[],
  ours: Side,
  theirs: Side,
  told: Watch = {},
): Disagreement | undefined {
  const entities = new Set<string>();
  for (const [at, step] of steps.entries()) {
    told.before?.(step);
    if (isEvent(step)) entities.add(`${step.kind}:${step.id}`);
    const [mine, yours] = [ours.step(step), theirs.step(step)];
    told.after?.(step, mine);
    for (const { entity } of [...mine.changes, ...yours.changes]) entities.add(entity);
    const found =
      differ(written(mine), written(yours)) ??
      firstOf(entities, (each) => {
        const [our, their] = [ours.phases(each), theirs.phases(each)];
        return sameValues(our, their) ? undefined : { ours: standing(each, our), theirs: standing(each, their) };
      });
    if (found) return { step: at + 1, line: writeStep(step), ...found };
  }
  return undefined;
}

type Differ = { ours: string; theirs: string } | undefined;
const differ = (ours: string, theirs: string): Differ => (ours === theirs ? undefined : { ours, theirs });

function firstOf(entities: ReadonlySet<string>, test: (entity: string) => Differ): Differ {
  for (const entity of entities) {
    const found = test(entity);
    if (found) return found;
  }
  return undefined;
}

/** Changes of the same phase keep their order; changes of different phases may come in any order. */
function written({ outcome, code, changes }: Seen): string {
  const byPhase = new Map<string, string>();
  for (const { entity, phase, status, error } of changes) {
    const name = `${entity}.${phase}`;
    const change = `${String(status)}${error === undefined ? '' : ` (${error})`}`;
    byPhase.set(name, `${byPhase.get(name) ?? name} → ${change}`);
  }
  return [outcome, ...(code === undefined ? [] : [String(code)]), ...[...byPhase.values()].sort()].join(', ');
}

function standing(entity: string, phases: Values): string {
  const each = Object.entries(phases).map(([phase, status]) => `${phase}:${String(status)}`);
  return `${entity} ${each.sort().join(' ')}`;
}

type Values = { readonly [name: string]: unknown };

/** The same names with the same values, in any order. */
export function sameValues(ours: Values, theirs: Values): boolean {
  const names = Object.keys(ours);
  return (
    names.length === Object.keys(theirs).length &&
    names.every((name) => Object.hasOwn(theirs, name) && ours[name] === theirs[name])
  );
}

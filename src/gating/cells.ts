import type { Value } from '../model/index.ts';
import type { Facts } from './implied.ts';
import type { PackedSituation, SituationPart, StripSituations } from './situations.ts';

/** StripSituations that agree in every name that was read so far. */
export interface ViewCell {
  readonly parts: readonly SituationPart[];
  /** Names of the view and what each is in all of them. */
  readonly pins: ReadonlyMap<string, Value>;
  /** Of these, facts that are otherwise than the space has them. */
  readonly facts: Facts;
}

/** The facts of the view that may be otherwise than the situations of the space have them. */
export interface Variation {
  /** For each fact the values that no situation has. */
  readonly values: ReadonlyMap<string, readonly Value[]>;
  /** How many facts are otherwise at a time, at most. */
  readonly together: number;
}

/** More combinations of facts than this are not tried: then one and two at a time are. */
const MOST_COMBINED = 64;
const FEW = 2;

/** What can be varied: the values of each fact that no situation shows. */
export function variationOf({ model, parts }: StripSituations): Variation {
  const seen = new Map(model.names.map((name) => [name, new Set<Value>()]));
  for (const { spot } of parts) for (const [name, value] of model.factsOf(spot)) seen.get(name)?.add(value);
  const values = new Map<string, readonly Value[]>();
  for (const [name, some] of seen) {
    const others = (model.lifecycle.facts[name]?.values ?? []).filter((value) => !some.has(value));
    if (others.length > 0) values.set(name, others);
  }
  const product = [...values.values()].reduce((all, { length }) => all * (length + 1), 1);
  return { values, together: product <= MOST_COMBINED ? values.size : Math.min(FEW, values.size) };
}

/** Takes cells apart by what names of the view are. */
export class Cells {
  readonly variation: Variation;
  private readonly situations: StripSituations;
  private readonly known = new WeakMap<readonly SituationPart[], Map<string, Map<Value, SituationPart[]>>>();

  constructor(situations: StripSituations, variation: Variation) {
    this.situations = situations;
    this.variation = variation;
  }

  /** All situations, the facts as they are. */
  all(): ViewCell {
    return { parts: this.situations.parts, pins: new Map(), facts: new Map() };
  }

  /** The situation that stands for a cell. */
  first({ parts }: ViewCell): PackedSituation {
    return this.situations.one(parts[0] as SituationPart);
  }

  /** Another one, as far away as may be. */
  last({ parts }: ViewCell): PackedSituation {
    return this.situations.one(parts.at(-1) as SituationPart, true);
  }

  count({ parts }: ViewCell): number {
    return parts.reduce((sum, { count }) => sum + count, 0);
  }

  /** The cell by the values of a name: one cell for each that some situation has, or that the fact may otherwise have. */
  by(name: string, cell: ViewCell): ViewCell[] {
    const place = this.situations.phases.get(name);
    const taken = place === undefined ? this.takenByFact(name, cell.parts) : this.takenByPhase(name, place, cell.parts);
    const cells = [...taken].map(
      ([value, parts]): ViewCell => ({ ...cell, parts, pins: new Map(cell.pins).set(name, value) }),
    );
    const others = cell.facts.size < this.variation.together ? (this.variation.values.get(name) ?? []) : [];
    for (const value of others) {
      const pins = new Map(cell.pins).set(name, value);
      cells.push({ parts: cell.parts, pins, facts: new Map(cell.facts).set(name, value) });
    }
    return cells;
  }

  private takenByPhase(name: string, place: number, parts: readonly SituationPart[]): Map<Value, SituationPart[]> {
    return kept(this.known, parts, name, () => {
      const taken = new Map<Value, SituationPart[]>();
      for (const part of parts) {
        for (const [value, some] of this.situations.split(part, place)) add(taken, value, some);
      }
      return taken;
    });
  }

  private takenByFact(name: string, parts: readonly SituationPart[]): Map<Value, SituationPart[]> {
    return kept(this.known, parts, name, () => {
      const taken = new Map<Value, SituationPart[]>();
      for (const part of parts) add(taken, this.situations.model.factsOf(part.spot).get(name) as Value, part);
      return taken;
    });
  }
}

/** The same parts are taken apart by the same name once: cells that differ in their facts share them. */
function kept(
  known: WeakMap<readonly SituationPart[], Map<string, Map<Value, SituationPart[]>>>,
  parts: readonly SituationPart[],
  name: string,
  take: () => Map<Value, SituationPart[]>,
): Map<Value, SituationPart[]> {
  const names = known.get(parts) ?? new Map<string, Map<Value, SituationPart[]>>();
  known.set(parts, names);
  const found = names.get(name) ?? take();
  names.set(name, found);
  return found;
}

function add(taken: Map<Value, SituationPart[]>, value: Value, part: SituationPart): void {
  const list = taken.get(value);
  if (list) list.push(part);
  else taken.set(value, [part]);
}

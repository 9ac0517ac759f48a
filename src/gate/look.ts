import { ONE_OF, type OneOf } from '../model/gate-table.ts';
import type { GateTable, Value } from '../model/index.ts';
import type { PartlySeenEntity } from './answer.ts';

/** A view in which anything may be left out, read and checked on demand. */
export class Look {
  private readonly table: GateTable;
  private readonly view: PartlySeenEntity;

  constructor(table: GateTable, view: PartlySeenEntity) {
    this.table = table;
    this.view = object('the view', view);
  }

  /** Whether the value of a name is one of those whose bits are set, if the view answers that by itself. */
  oneOf(name: string, mask: number): boolean | undefined {
    const oneOf = (this.view as { readonly [ONE_OF]?: OneOf })[ONE_OF];
    if (!oneOf) return undefined;
    const { phases, facts, beside } = this.table;
    const values = phases[name] ?? facts[name] ?? beside?.[name] ?? [];
    return oneOf(
      name,
      values.filter((_, index) => (mask >>> index) & 1),
    );
  }

  /** The bit of the name's value in the list of its values; undefined if the view leaves it out. */
  bit(name: string): number | undefined {
    const { phases, beside = {}, facts } = this.table;
    if (Object.hasOwn(phases, name)) return bitOf(`view.phases.${name}`, phases[name], this.part('phases')[name]);
    if (Object.hasOwn(beside, name)) return bitOf(`view.${name}`, beside[name], this.view[name]);
    return bitOf(`view.facts.${name}`, facts[name], this.part('facts')[name]);
  }

  /** The bits of all values that the name can have. */
  allBits(name: string): number {
    const { phases, beside, facts } = this.table;
    return 2 ** (phases[name] ?? beside?.[name] ?? facts[name] ?? []).length - 1;
  }

  /** Checks the whole view. Throws a TypeError if anything is wrong, even if no gate reads it. */
  whole(): void {
    const { entity, phases, facts, beside = {} } = this.table;
    const { entity: whose = entity } = this.view;
    if (String(whose).split(':')[0] !== entity) throw wrong('view.entity', `is ${show(whose)}, which is no ${entity}`);
    for (const [part, known] of [
      ['phases', phases],
      ['facts', facts],
    ] as const) {
      for (const name of Object.keys(this.part(part))) {
        if (Object.hasOwn(known, name)) this.bit(name);
        else {
          throw wrong(
            `view.${part}.${name}`,
            `is unknown: the ${part} of a ${entity} are ${Object.keys(known).join(', ')}`,
          );
        }
      }
    }
    for (const name of Object.keys(beside)) this.bit(name);
  }

  private part(part: 'phases' | 'facts'): { readonly [name: string]: unknown } {
    return object(`view.${part}`, (this.view[part] ?? {}) as { readonly [name: string]: unknown });
  }
}

function bitOf(where: string, values: readonly Value[] = [], value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const index = values.indexOf(value as Value);
  if (index >= 0) return 1 << index;
  throw wrong(where, `is ${show(value)}; it is one of ${values.map(show).join(', ')}`);
}

function object<T>(where: string, given: T): T & object {
  if (typeof given === 'object' && given !== null) return given;
  throw wrong(where, `is ${given === undefined ? 'missing' : show(given)}; it must be an object`);
}

const wrong = (where: string, says: string): TypeError => new TypeError(`gate: ${where} ${says}`);

const show = (value: unknown): string => JSON.stringify(value) ?? String(value);

import { ONE_OF, type OneOf } from '../model/gate-table.ts';
import type { GateTable, Value } from '../model/index.ts';
import type { SeenEntity } from './answer.ts';

/** A view, read and checked on demand. */
export class Look {
  private readonly table: GateTable;
  private readonly view: SeenEntity;

  constructor(table: GateTable, view: SeenEntity) {
    this.table = table;
    this.view = object('the view', view);
  }

  /** Whether the value of a name is one of those whose bits are set. */
  is(name: string, mask: number): boolean {
    const oneOf = (this.view as { readonly [ONE_OF]?: OneOf })[ONE_OF];
    if (!oneOf) return (this.bit(name) & mask) !== 0;
    const { phases, facts, beside } = this.table;
    const values = phases[name] ?? facts[name] ?? beside?.[name] ?? [];
    return oneOf(
      name,
      values.filter((_, index) => (mask >>> index) & 1),
    );
  }

  /** The bit of the name's value in the list of its values. Throws a TypeError if the value is not in the list. */
  bit(name: string): number {
    const { phases, beside = {}, facts } = this.table;
    if (Object.hasOwn(phases, name)) return this.in('phases', name, phases[name]);
    if (Object.hasOwn(beside, name)) return bitOf(`view.${name}`, beside[name], this.view[name]);
    return this.in('facts', name, facts[name]);
  }

  /** Checks the whole view. Throws a TypeError if anything is wrong, even if no gate reads it. */
  whole(): void {
    const { entity, phases, facts, beside = {}, names } = this.table;
    const { entity: whose = entity } = this.view;
    if (String(whose).split(':')[0] !== entity) throw wrong('view.entity', `is ${show(whose)}, which is no ${entity}`);
    for (const [part, known] of [
      ['phases', phases],
      ['facts', facts],
    ] as const) {
      for (const name of Object.keys(this.part(part))) {
        if (Object.hasOwn(known, name)) continue;
        throw wrong(
          `view.${part}.${name}`,
          `is unknown: the ${part} of a ${entity} are ${Object.keys(known).join(', ')}`,
        );
      }
      for (const name of Object.keys(known)) {
        if (part === 'phases' || names.includes(name) || this.part(part)[name] !== undefined) this.bit(name);
      }
    }
    for (const name of Object.keys(beside)) this.bit(name);
  }

  private part(part: 'phases' | 'facts'): { readonly [name: string]: unknown } {
    return object(`view.${part}`, this.view[part] ?? (part === 'facts' ? {} : undefined));
  }

  private in(part: 'phases' | 'facts', name: string, values: readonly Value[] | undefined): number {
    return bitOf(`view.${part}.${name}`, values, this.part(part)[name]);
  }
}

function bitOf(where: string, values: readonly Value[] = [], value: unknown): number {
  const index = values.indexOf(value as Value);
  if (index >= 0) return 1 << index;
  throw wrong(
    where,
    `is ${value === undefined ? 'missing' : show(value)}; it is one of ${values.map(show).join(', ')}`,
  );
}

function object<T>(where: string, given: T): T & object {
  if (typeof given === 'object' && given !== null) return given;
  throw wrong(where, `is ${given === undefined ? 'missing' : show(given)}; it must be an object`);
}

const wrong = (where: string, says: string): TypeError => new TypeError(`gate: ${where} ${says}`);

const show = (value: unknown): string => JSON.stringify(value) ?? String(value);

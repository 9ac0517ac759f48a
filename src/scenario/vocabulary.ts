import type { EventSpec, Expectation, Lifecycle, ParamSpec, System } from '../model/index.ts';
import { ID } from '../model/index.ts';
import { nearest } from '../model/near.ts';
import { LineFault, type LinePart } from './fault.ts';
import { Recent } from './recent.ts';
import { choice, show } from './wording.ts';

/** A kind of entity in the form that the reader looks up: maps, in which `constructor` is an ordinary word. */
export interface Kind {
  readonly name: string;
  readonly only: string | undefined;
  /** The events whose parameters the reader checks; those of other events pass unchecked. */
  readonly events: ReadonlyMap<string, Signature>;
  readonly phases: ReadonlyMap<string, ReadonlySet<string>>;
  readonly expectations: Recent<Expectation>;
}

export interface Signature {
  readonly params: ReadonlyMap<string, ParamSpec>;
  readonly needed: readonly string[];
  /** At least one parameter must be given. */
  readonly some: boolean;
}

export interface Address {
  readonly kind: Kind;
  readonly id: string;
}

/** The words of a system. */
export class Vocabulary {
  readonly kinds: ReadonlyMap<string, Kind>;
  /** Codes as printed, and their names. */
  readonly codes: ReadonlySet<string>;
  private readonly addresses = new Recent<Address>();

  constructor(system: System) {
    const lifecycles = Object.entries(system.entities);
    this.kinds = new Map(lifecycles.map(([name, lifecycle]) => [name, kindOf(name, lifecycle)]));
    this.codes = new Set(system.codes.flatMap(({ code, name }) => [String(code), name]));
  }

  /** Reads `ENTITY[:ID]`. `part` is the part of the line to name in a message. */
  address(word: string, part: LinePart): Address {
    const known = this.addresses.get(word);
    if (known !== undefined) return known;
    const address = this.readAddress(word, part);
    this.addresses.set(word, address);
    return address;
  }

  private readAddress(word: string, part: LinePart): Address {
    const [, name = word, id] = /^([^:]*):(.*)$/s.exec(word) ?? [];
    const kind = this.kinds.get(name);
    if (kind === undefined) throw this.unknown(name, part);
    if (id === undefined) return { kind, id: kind.only ?? '1' };
    const skip = name.length + 1;
    if (!ID.test(id)) throw new LineFault(part, `the id ${show(id)}`, 'an id of letters, digits, _, - and .', { skip });
    if (kind.only !== undefined && kind.only !== id) {
      throw new LineFault(part, `the id ${show(id)}`, `${kind.only}, because there is only one ${name}`, { skip });
    }
    return { kind, id };
  }

  private unknown(name: string, part: LinePart): LineFault {
    const kinds = [...this.kinds.keys()];
    const near = nearest(name, part === 'to' ? [...kinds, 'wait', 'given'] : kinds);
    return new LineFault(part, `unknown entity ${show(name)}`, choice(kinds, 'kinds of entity'), { near });
  }
}

function kindOf(name: string, { commands, reports, phases, singleton: only }: Lifecycle): Kind {
  const specs = [...Object.entries(commands), ...Object.entries(reports)];
  return {
    name,
    only,
    events: new Map(specs.filter(([, spec]) => !spec.anyParams).map(([event, spec]) => [event, signatureOf(spec)])),
    phases: new Map(Object.entries(phases).map(([phase, codes]) => [phase, new Set([...Object.keys(codes), 'null'])])),
    expectations: new Recent(),
  };
}

function signatureOf({ params = {}, atLeastOne: some }: EventSpec): Signature {
  const entries = Object.entries(params);
  return {
    params: new Map(entries),
    needed: entries.filter(([, spec]) => spec.required).map(([key]) => key),
    some: some === true,
  };
}

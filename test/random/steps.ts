import fc from 'fast-check';
import type { EventSpec, EventStep, Form, ParamSpec, Params, Step, System, WaitStep } from '../../src/model/index.ts';
import { type Hints, hinted } from './hints.ts';

/** What can happen in a system, as arbitraries: every event of every kind, in every form that the reader accepts. */
export interface Happenings {
  readonly kinds: readonly Happening[];
  /** Any step: known and unknown events, likely and unlikely parameters, waits. */
  readonly any: fc.Arbitrary<Step>;
  readonly wait: fc.Arbitrary<WaitStep>;
}

export interface Happening {
  readonly kind: string;
  readonly id: fc.Arbitrary<string>;
  readonly events: readonly {
    readonly type: string;
    readonly command: boolean;
    readonly params: fc.Arbitrary<Params>;
  }[];
}

/** Reads the arbitraries of a system from its data: commands, reports, their parameters and plain forms. */
export function happeningsOf(system: System, hints: Hints): Happenings {
  const kinds = Object.values(system.entities).map(({ kind, singleton: only, commands, reports }): Happening => {
    const eventOf =
      (command: boolean) =>
      ([type, spec]: [string, EventSpec]) => ({
        type,
        command,
        params: paramsOf(kind, type, spec, hints),
      });
    return {
      kind,
      id: fc.constantFrom(...(only === undefined ? (hints.ids[kind] ?? ['1', '2']) : [only])),
      events: [...Object.entries(commands).map(eventOf(true)), ...Object.entries(reports).map(eventOf(false))],
    };
  });
  const wait = fc.constantFrom(...hints.waits).map((seconds): WaitStep => ({ wait: seconds }));
  const known = kinds.flatMap(({ kind, id, events }) =>
    events.map(({ type, params }) =>
      fc.record({ kind: fc.constant(kind), id, type: fc.constant(type), params }, PLAIN),
    ),
  );
  const unknown = kinds.map(({ kind, id }) =>
    fc.record({ kind: fc.constant(kind), id, type: word, params: junk }, PLAIN),
  );
  const strange = unknown.map((step) => step.filter(({ kind, type }) => !isKnown(system, kind, type)));
  return {
    kinds,
    wait,
    any: fc.oneof({ weight: 16, arbitrary: fc.oneof(...known) }, fc.oneof(...strange), wait) as fc.Arbitrary<Step>,
  };
}

const isKnown = ({ entities }: System, kind: string, type: string): boolean => {
  const { commands = {}, reports = {} } = entities[kind] ?? {};
  return Object.hasOwn(commands, type) || Object.hasOwn(reports, type);
};

/** The parameters of an event: its plain form, or any of those that it takes. */
export function paramsOf(kind: string, type: string, spec: EventSpec, hints: Hints): fc.Arbitrary<Params> {
  const specs = Object.entries(spec.params ?? {});
  if (specs.length === 0 && !spec.anyParams) return fc.constant({});
  const values = specs.map(([key, each]) => {
    const value = valueFor(each, hinted(hints, kind, type, key));
    return [key, each.required ? value : fc.oneof(value, fc.constant(undefined))] as const;
  });
  const chosen = fc.record(Object.fromEntries(values), PLAIN).map(given);
  const more = fc.tuple(junk, chosen).map(([strange, known]) => ({ ...strange, ...known }));
  const plain = spec.plain ? [{ weight: 6, arbitrary: fc.constant(spec.plain) }] : [];
  return fc.oneof({ weight: 8, arbitrary: chosen }, ...plain, ...(spec.anyParams ? [more] : []));
}

const given = (params: { readonly [key: string]: string | undefined }): Params =>
  Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined));

/** A value of a parameter: mostly of its form, and anything if other values have a code of their own. */
function valueFor({ is, anyValue: own }: ParamSpec, hints: readonly string[]): fc.Arbitrary<string> {
  const formed =
    hints.length > 0
      ? fc.oneof({ weight: 7, arbitrary: fc.constantFrom(...hints) }, ofForm(is, hints))
      : ofForm(is, hints);
  return own ? fc.oneof({ weight: 12, arbitrary: formed }, text) : formed;
}

function ofForm(form: Form, hints: readonly string[]): fc.Arbitrary<string> {
  if ('one' in form) return fc.constantFrom(...form.one);
  if ('whole' in form) {
    const { min = 0, max = 999_999_999_999_999 } = form.whole;
    return fc
      .oneof(fc.integer({ min, max: Math.min(max, min + 9) }), fc.maxSafeInteger().map(within(min, max)))
      .map(String);
  }
  if ('span' in form) return fc.nat(99).map((seconds) => String(seconds + (form.span.min ?? 0)));
  if ('id' in form) return fc.constantFrom('1', '2', 'x-1.a_B');
  if ('text' in form) return form.filled ? text.map((value) => value || 'x') : text;
  if (hints.length === 0) throw new Error(`a value of the form "${form.called}" needs a hint`);
  return fc.constantFrom(...hints);
}

const within = (min: number, max: number) => (value: number) => min + (Math.abs(value) % (max - min + 1));

/** A text without line breaks. */
const text = fc.string({ unit: 'grapheme', maxLength: 8 }).map((value) => value.replace(/[\r\n]/g, ' '));

/** Words that every object inherits, and others. */
const word = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'wait',
    'given',
    'create',
    'SCAN',
    'x.start',
  ),
  text.map((value) => value || 'x'),
);
const junk = fc.dictionary(word, text, { maxKeys: 2, noNullPrototype: true });

const PLAIN = { noNullPrototype: true } as const;

export const isEvent = (step: Step): step is EventStep => 'type' in step;

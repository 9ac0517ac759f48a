import { valuesNeeded } from '../condition/why-ignored.ts';
import {
  type Code,
  type Form,
  type Lifecycle,
  type Params,
  placeInView,
  type System,
  saysForm,
  statusOf,
  type Value,
} from '../model/index.ts';

/** An entity as its data describes it: events, phases and facts. */
export interface EntityDescribed {
  readonly system: string;
  readonly entity: string;
  readonly events: readonly EventDescribed[];
  readonly phases: readonly { readonly phase: string; readonly statuses: readonly StatusDescribed[] }[];
  readonly facts: readonly FactDescribed[];
}

export interface EventDescribed {
  readonly event: string;
  readonly is: 'command' | 'report';
  /** What it does, in one line. */
  readonly says: string;
  readonly params: readonly ParamDescribed[];
  /** Any key is accepted, and the system itself checks the parameters. */
  readonly anyParams?: true;
  /** One of its parameters must be given. */
  readonly atLeastOne?: true;
  /** The parameters with which `can` and a gating check ask about it. */
  readonly plain?: Params;
}

export interface ParamDescribed {
  readonly param: string;
  /** Its values, in words. */
  readonly takes: string;
  /** Its values, if it is an enumeration. */
  readonly values?: readonly string[];
  readonly required: boolean;
  /** With another value, or without one, the report is always ignored. */
  readonly appliedWith?: readonly string[];
  readonly default?: string;
  /** Other values are not malformed: the system answers them with a code. */
  readonly anyValue?: true;
}

export interface StatusDescribed {
  readonly status: string | null;
  readonly code: Code | null;
}

export interface FactDescribed {
  readonly fact: string;
  /** Each value, and its words in a sentence. */
  readonly values: readonly { readonly value: Value; readonly says: string }[];
  readonly usual: Value;
  /** Whether the view of a UI shows it. */
  readonly shown: boolean;
}

export function describeEntity(system: System, kind: string): EntityDescribed {
  const lifecycle = system.entities[kind] as Lifecycle;
  const { chart, commands, reports, phases, facts } = lifecycle;
  return {
    system: system.name,
    entity: kind,
    events: [...Object.keys(commands), ...Object.keys(reports)].map((event) => describeEvent(lifecycle, event)),
    phases: Object.entries(phases).map(([phase, table]) => ({
      phase,
      statuses: Object.keys(chart.states[phase]?.states ?? {}).map((state) => ({
        status: statusOf(state),
        code: table[state] ?? null,
      })),
    })),
    facts: Object.entries(facts).map(([fact, { values, usual, says, ...rest }]) => ({
      fact,
      values: values.map((value) => ({ value, says: says[String(value)] ?? String(value) })),
      usual,
      shown: placeInView(rest) !== undefined,
    })),
  };
}

function describeEvent(lifecycle: Lifecycle, event: string): EventDescribed {
  const { commands, reports } = lifecycle;
  const is = Object.hasOwn(commands, event) ? 'command' : 'report';
  const {
    says,
    params = {},
    anyParams,
    atLeastOne,
    plain,
  } = (is === 'command' ? commands : reports)[event] ?? { says: '' };
  return {
    event,
    is,
    says,
    params: Object.entries(params).map(([param, { is: form, required, default: otherwise, anyValue }]) => ({
      param,
      takes: saysForm(form),
      ...valuesOf(form),
      required: required === true,
      ...(is === 'report' ? appliedWith(lifecycle, event, param) : {}),
      ...(otherwise === undefined ? {} : { default: otherwise }),
      ...(anyValue ? { anyValue } : {}),
    })),
    ...(anyParams ? { anyParams } : {}),
    ...(atLeastOne ? { atLeastOne } : {}),
    ...(plain ? { plain } : {}),
  };
}

const valuesOf = (form: Form): { values?: readonly string[] } => ('one' in form ? { values: form.one } : {});

function appliedWith(lifecycle: Lifecycle, event: string, param: string): { appliedWith?: readonly string[] } {
  const needed = valuesNeeded(lifecycle, event, param);
  return needed ? { appliedWith: needed } : {};
}

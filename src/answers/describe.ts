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

/** What there is to know of an entity before anything runs: its events, phases and facts, as the data says. */
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
  /** In a line, what it does. */
  readonly says: string;
  readonly params: readonly ParamDescribed[];
  /** The system itself checks the parameters: any key is taken. */
  readonly anyParams?: true;
  /** One of its parameters has to be given. */
  readonly atLeastOne?: true;
  /** The form in which `can` and a gating check ask about it. */
  readonly plain?: Params;
}

export interface ParamDescribed {
  readonly param: string;
  /** What values it takes, in words. */
  readonly takes: string;
  /** Its values, where it takes one of some words. */
  readonly values?: readonly string[];
  readonly required: boolean;
  /** With any other value, or none, the report is always ignored. */
  readonly appliedWith?: readonly string[];
  readonly default?: string;
  /** Another value is not malformed: the system answers it with a code. */
  readonly anyValue?: true;
}

export interface StatusDescribed {
  readonly status: string | null;
  readonly code: Code | null;
}

export interface FactDescribed {
  readonly fact: string;
  /** Each value, and how it reads. */
  readonly values: readonly { readonly value: Value; readonly says: string }[];
  readonly usual: Value;
  /** A UI sees it: a gate may be asked with it, and `can` told of it. */
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

export function describeEvent(lifecycle: Lifecycle, event: string): EventDescribed {
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

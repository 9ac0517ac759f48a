import type { Known } from '../condition/truth.ts';
import { unknownEvent } from '../condition/unknown-event.ts';
import { whyIgnored } from '../condition/why-ignored.ts';
import { whyRefused } from '../condition/why-refused.ts';
import type { Code, EventStep, Mark, Params, StepResult, System } from '../model/index.ts';
import type { CompiledRegion } from './compile.ts';
import type { Entity } from './entity.ts';
import type { StepRecord } from './step-record.ts';
import type { World } from './world.ts';

/** What people are told about a step besides its outcome: its parameters, and why it was rejected or ignored. */
type Told = Pick<StepResult, 'params' | 'wait' | 'reason' | 'mark' | 'hint'>;

export function told(record: StepRecord, world: World): Told {
  const { taken: step, entity, outcome } = record;
  if (step === undefined) return NOTHING;
  if ('wait' in step || entity === undefined) return 'wait' in step ? { wait: `${step.wait}s` } : NOTHING;
  const why = outcome === 'rejected' || outcome === 'ignored' ? whyNot(record, entity, step, world) : NOTHING;
  return hasKeys(step.params) ? { params: step.params, ...why } : why;
}

const NOTHING: Told = Object.freeze({});

const hasKeys = (params: Params): boolean => Object.keys(params).length > 0;

function whyNot({ rule, outcome, error }: StepRecord, entity: Entity, step: EventStep, world: World): Told {
  const { system } = world;
  const { lifecycle } = entity;
  const { type } = step;
  if (rule !== undefined) {
    const holdsWith = (others: Params): boolean => {
      const compiled = lifecycle.rules.get(type)?.find((each) => each.rule === rule);
      return compiled?.test(entity, world.ask(entity, type, others)) ?? true;
    };
    return { reason: whyRefused(rule, lifecycle.source, step, holdsWith), mark: rule.mark };
  }
  if (outcome === 'ignored') return { reason: whyIgnored(lifecycle.source, type, knownOf(entity, step, world)) };
  if (!lifecycle.commands.has(type)) return unknownEvent(system, lifecycle.source, type);
  return whyFaulty(system, error?.code);
}

/** Why a command is rejected with a code that none of its rules gives. */
export function whyFaulty({ faults, codes }: System, struck: Code | undefined): Pick<StepResult, 'reason' | 'mark'> {
  const fault = faults?.find(({ code }) => code === struck);
  const row = codes.find(({ code }) => code === struck);
  const mark: Mark | undefined = fault?.mark ?? row?.mark;
  const reason = fault === undefined ? 'a fault was armed' : `a fault was armed: ${fault.arm}`;
  return mark === undefined ? { reason } : { reason, mark };
}

/** What the world knows of the names that conditions ask for. */
function knownOf(entity: Entity, { type, params }: EventStep, world: World): Known {
  const { source, regions, regionIndex } = entity.lifecycle;
  const question = world.ask(entity, type, params);
  return (name) => {
    if (name.startsWith('$')) return [params[name.slice(1)] ?? null];
    const region = regionIndex.get(name);
    if (region !== undefined) return [entity.lookUp(region, (regions[region] as CompiledRegion).statuses)];
    const fact = Object.hasOwn(source.facts, name) ? source.facts[name] : undefined;
    return fact && [fact.of(question)];
  };
}

import { type Code, type Params, type Question, wholeOf } from '../model/index.ts';
import type { CompiledRegion } from './compile.ts';
import type { CompiledTransition, Reactions, RegionReactions } from './compiled-transition.ts';
import type { Entity } from './entity.ts';

/** A changed status: the state of a region, with the bare code of its error. */
export interface RawChange {
  readonly entity: Entity;
  readonly region: number;
  readonly state: number;
  readonly error: Code | undefined;
}

/** What an event did to one entity, besides the new states of its regions. */
export interface Reaction {
  /** Changes of phases, in order. */
  changes: RawChange[];
  /** Effects to run, in order. */
  effects: readonly string[];
  /** Regions that were exited while their delays ran: these delays are cancelled. */
  exited: number[];
  /** Entered states that have delays; for each region, the last one. Absent if there are none. */
  armed: Map<number, number> | undefined;
  /** Signals raised, for other listeners. */
  signals: string[];
}

/**
 * Runs a macrostep: the chart reacts to the event, then to each signal that this raises, until none is left. In each
 * microstep all regions choose their transitions in the state before it, then exit, then enter, as in XState and SCXML.
 * Undefined if no transition was enabled.
 */
export function react(entity: Entity, event: string, question: Question): Reaction | undefined {
  const { reactions } = entity.lifecycle;
  const listening = reactions.get(event);
  const reaction = listening && microstep(entity, listening, question, undefined);
  if (reaction === undefined) return undefined;
  for (let next = 0; next < reaction.signals.length; next += 1) {
    const signalled = reactions.get(reaction.signals[next] as string);
    if (signalled !== undefined) microstep(entity, signalled, question, reaction);
  }
  return reaction;
}

/** Whether any transition is enabled. Asking changes nothing. */
export function reacts(entity: Entity, event: string, question: Question): boolean {
  const listening = entity.lifecycle.reactions.get(event);
  if (listening === undefined) return false;
  const lets = ({ test }: CompiledTransition): boolean => test(entity, question);
  return (
    listening.regions.some(({ index, transitions }) => entity.lookUp(index, transitions).some(lets)) ||
    listening.whole.some(lets)
  );
}

/**
 * Takes the transitions of one event or signal, and adds to the reaction so far; undefined if there is nothing to add
 * to.
 */
function microstep(
  entity: Entity,
  { regions, whole: wholes }: Reactions,
  question: Question,
  before: Reaction | undefined,
): Reaction | undefined {
  let taken: Taking[] | undefined;
  for (let each = 0; each < regions.length; each += 1) {
    const { index, transitions } = regions[each] as RegionReactions;
    const take = letThrough(entity.lookUp(index, transitions), entity, question);
    if (take === undefined) continue;
    const moves = take.target >= 0 && (take.anew || !entity.isIn(index, 1 << take.target));
    entity.recorder?.took?.(entity, index, take);
    const taking = { index, take, moves };
    if (taken === undefined) taken = [taking];
    else taken.push(taking);
  }
  if (taken === undefined) {
    const whole = letThrough(wholes, entity, question);
    if (whole === undefined) return before;
    const out = before ?? nothingYet();
    startAfresh(entity, whole, question.params, out);
    return out;
  }
  const out = before ?? nothingYet();
  for (let each = taken.length - 1; each >= 0; each -= 1) {
    const { index, moves } = taken[each] as Taking;
    if (moves) leave(entity, index, out);
  }
  for (const { take } of taken) out.effects = joined(out.effects, take.actions);
  for (const { index, take, moves } of taken) {
    if (!moves) continue;
    if (entity.put(index, take.target)) note(entity, index, take, question.params, out);
    enter(entity, index, take.target, out);
  }
  return out;
}

/** A transition taken by a region, and whether the region's state changes. */
interface Taking {
  readonly index: number;
  readonly take: CompiledTransition;
  readonly moves: boolean;
}

const nothingYet = (): Reaction => ({
  changes: NONE,
  effects: NONE,
  exited: NONE,
  armed: undefined,
  signals: NONE,
});

/** Stands for any empty list. */
const NONE = Object.freeze([]) as never[];

function joined<Item>(list: readonly Item[], more: readonly Item[]): readonly Item[] {
  if (more.length === 0) return list;
  return list.length === 0 ? more : [...list, ...more];
}

/** Appends an item. Most lists have at most one item, and pushing to an empty array would reserve room for many. */
function withOne<Item>(list: Item[], item: Item): Item[] {
  if (list.length === 0) return [item];
  list.push(item);
  return list;
}

function letThrough(
  takes: readonly CompiledTransition[],
  entity: Entity,
  question: Question,
): CompiledTransition | undefined {
  for (let each = 0; each < takes.length; each += 1) {
    const take = takes[each] as CompiledTransition;
    if (take.test(entity, question)) return take;
  }
  return undefined;
}

/** A transition of the whole entity: every region restarts; only the region that it names shows a change. */
function startAfresh(entity: Entity, take: CompiledTransition, params: Params, out: Reaction): void {
  out.effects = joined(out.effects, take.actions);
  const { region, target } = take;
  if (region === undefined) return;
  entity.recorder?.took?.(entity, region, take);
  for (let index = entity.at.length - 1; index >= 0; index -= 1) leave(entity, index, out);
  const { initial } = entity.lifecycle;
  initial.forEach((state, index) => {
    entity.put(index, state);
  });
  if (entity.put(region, target)) note(entity, region, take, params, out);
  initial.forEach((state, index) => {
    enter(entity, index, index === region ? target : state, out);
  });
}

function leave(entity: Entity, index: number, out: Reaction): void {
  if (entity.timers[index] !== undefined) out.exited = withOne(out.exited, index);
  out.armed?.delete(index);
  const signal = entity.lookUp(index, (entity.lifecycle.regions[index] as CompiledRegion).left);
  if (signal !== undefined) out.signals = withOne(out.signals, signal);
}

function enter({ lifecycle }: Entity, index: number, state: number, out: Reaction): void {
  const region = lifecycle.regions[index];
  if (region?.delays[state]?.length) {
    out.armed ??= new Map();
    out.armed.set(index, state);
  }
  const signal = region?.entered[state];
  if (signal !== undefined) out.signals = withOne(out.signals, signal);
}

function note(entity: Entity, region: number, take: CompiledTransition, params: Params, out: Reaction): void {
  if (take.silent || !entity.lifecycle.regions[region]?.shown) return;
  const change = { entity, region, state: take.target, error: errorOf(take, params) };
  out.changes = withOne(out.changes, change);
}

/** The error of a transition; `$code` stands for the event's parameter. */
function errorOf({ error }: CompiledTransition, params: Params): Code | undefined {
  if (typeof error !== 'string' || !error.startsWith('$')) return error;
  const given = params[error.slice(1)];
  return wholeOf(given) ?? given;
}

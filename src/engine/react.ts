import type { Code, Params, Question } from '../model/index.ts';
import type { CompiledRegion } from './compile.ts';
import type { CompiledTransition, Reactions, RegionReactions } from './compiled-transition.ts';
import type { Entity } from './entity.ts';

/** A status that changed: the state of a region, with the bare code of its error. */
export interface RawChange {
  readonly entity: Entity;
  readonly region: number;
  readonly state: number;
  readonly error: Code | undefined;
}

/** What one event brought about in one entity, besides where its regions now stand. */
export interface Reaction {
  /** Whether any region changed its state. */
  moved: boolean;
  /** Changes of phases, in order. */
  changes: RawChange[];
  /** Effects to be performed, in order. */
  effects: readonly string[];
  /** Regions that were left while delays of theirs ran: these are dropped. */
  exited: number[];
  /** States that were entered and have delays; the last of a region counts. Absent where there are none. */
  armed: Map<number, number> | undefined;
  /** The signals that were raised, for whoever else listens. */
  signals: string[];
}

/**
 * Lets an entity's chart react to an event and to the signals that this raises, one after another, until none is left.
 * For each, all regions decide by where the entity stood, then those that move leave, then they enter: the order of
 * XState and SCXML. Undefined where nothing in the chart listened or was let through.
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

/** Whether anything in the chart would react: nothing changes by asking. */
export function reacts(entity: Entity, event: string, question: Question): boolean {
  const listening = entity.lifecycle.reactions.get(event);
  if (listening === undefined) return false;
  const lets = ({ test }: CompiledTransition): boolean => test(entity, question);
  return (
    listening.regions.some(({ index, transitions }) => entity.lookUp(index, transitions).some(lets)) ||
    listening.whole.some(lets)
  );
}

/** One event's or signal's transitions, added to what has happened; undefined where nothing has and nothing does. */
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

/** A transition that a region takes, and whether the region moves by it. */
interface Taking {
  readonly index: number;
  readonly take: CompiledTransition;
  readonly moves: boolean;
}

const nothingYet = (): Reaction => ({
  moved: false,
  changes: NONE,
  effects: NONE,
  exited: NONE,
  armed: undefined,
  signals: NONE,
});

/** Stands for a list until there is something in it. */
const NONE = Object.freeze([]) as never[];

function joined<Item>(list: readonly Item[], more: readonly Item[]): readonly Item[] {
  if (more.length === 0) return list;
  return list.length === 0 ? more : [...list, ...more];
}

/** The list with the item behind. Most have one at most: an empty list that is added to takes room for many. */
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

/** A transition of the whole entity: every region begins anew, and only the one that it names shows a change. */
function startAfresh(entity: Entity, take: CompiledTransition, params: Params, out: Reaction): void {
  out.effects = joined(out.effects, take.actions);
  if (take.target < 0) return;
  entity.recorder?.took?.(entity, take.region, take);
  for (let index = entity.at.length - 1; index >= 0; index -= 1) leave(entity, index, out);
  const { initial } = entity.lifecycle;
  initial.forEach((state, index) => {
    entity.put(index, state);
  });
  if (entity.put(take.region, take.target)) note(entity, take.region, take, params, out);
  initial.forEach((state, index) => {
    enter(entity, index, index === take.region ? take.target : state, out);
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
  out.moved = true;
  if (take.silent || !entity.lifecycle.regions[region]?.shown) return;
  const change = { entity, region, state: take.target, error: errorOf(take, params) };
  out.changes = withOne(out.changes, change);
}

/** A transition's own error, or the parameter of the event that it stands for. */
function errorOf({ error }: CompiledTransition, params: Params): Code | undefined {
  if (typeof error !== 'string' || !error.startsWith('$')) return error;
  const given = params[error.slice(1)];
  return given !== undefined && /^\d+$/.test(given) ? Number(given) : given;
}

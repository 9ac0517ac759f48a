import { type SystemName, type Systems, systems } from '../machines/index.ts';
import { usualSystem } from '../machines/lazy.ts';
import type {
  Answer,
  Code,
  CodeRow,
  CommandOf,
  CommandWord,
  DiagramOptions,
  Explanation,
  Gate,
  Judgement,
  Session,
  StepOf,
  Stepper,
  StepperOptions,
  StepResult,
  View,
  World,
} from './core.ts';
import * as core from './core.ts';
import { type KindOf, type SystemLike, type SystemOf, systemOf } from './systems.ts';

export type * from './core.ts';
export {
  DefinitionError,
  defineSystem,
  implementationsOf,
  machineOf,
  refusal,
  refusals,
  ScenarioError,
  view,
  World,
} from './core.ts';
export type { KindOf, SystemLike, SystemOf } from './systems.ts';
export { type SystemName, type Systems, systems };

// The functions of core.ts for whoever has a name: each takes a registered name or a system that defineSystem made.

type Usual = typeof usualSystem;

export interface Options<S extends SystemLike> {
  /** Default: the registry's `usualSystem`. */
  readonly system?: S;
}

/**
 * Carries out a scenario step by step: text, or steps as objects, as they are given or as they come. Every step answers
 * with its outcome, its code and the statuses that changed.
 *
 * @throws ScenarioError where a step cannot be read: before the first step of a text, at the step itself otherwise.
 * @example `for (const { outcome, error } of simulate([{ given: 'ready' }, { to: 'job', type: 'scan.stop' }])) …`
 */
export function simulate<S extends SystemLike = Usual>(
  steps: string | Iterable<StepOf<SystemOf<NoInfer<S>>>>,
  options?: Options<S>,
): Generator<StepResult>;
export function simulate<S extends SystemLike = Usual>(
  steps: AsyncIterable<StepOf<SystemOf<NoInfer<S>>>>,
  options?: Options<S>,
): AsyncGenerator<StepResult>;
export function simulate(
  steps: string | Iterable<object> | AsyncIterable<object>,
  { system = usualSystem }: Options<SystemLike> = {},
): Generator<StepResult> | AsyncGenerator<StepResult> {
  return core.simulate(steps as string, { system: systemOf(system) });
}

/** A world in which the steps have been carried out, to be asked about. */
export function worldAfter<S extends SystemLike = Usual>(
  steps: string | Iterable<StepOf<SystemOf<NoInfer<S>>>>,
  { system }: Options<S> = {},
): World {
  return core.worldAfter(steps as string, { system: systemOf(system ?? usualSystem) });
}

/**
 * A scenario that is played step by step: each step is answered at once, and can be taken back.
 *
 * @throws ScenarioError where the scenario that it begins with cannot be read.
 * @example
 * const session = openSession('egnyte', 'given ready');
 * session.send('job scan.start');
 * session.undo();
 */
export const openSession = <S extends SystemLike>(system: S, scenario = ''): Session<StepOf<SystemOf<S>>> =>
  core.openSession(systemOf(system), scenario) as never;

/** Answers a command in a world without carrying it out. A fault that is armed is not asked: it would be used up. */
export const judge = <S extends SystemLike>(system: S, world: World, command: CommandOf<SystemOf<S>>): Judgement =>
  core.judge(systemOf(system), world, command as never);

/**
 * Answers every command of the entity whose view it is, from nothing but the view. Commands with parameters are asked about
 * in their plainest form; a fault that is armed is not asked. The package's `gate/SYSTEM/ENTITY` is the same for a browser.
 *
 * @throws TypeError where the view is none of that system's: what, where, and what it may be.
 * @example `gate('dovecot', view(world, 'account')).start.reason`
 */
export const gate = (system: SystemLike, view: View): { readonly [command: string]: Answer } =>
  core.gate(systemOf(system), view);

/** The gates of one kind of entity, to be asked again and again. */
export const gateOf = <S extends SystemLike, const Kind extends KindOf<S>>(
  system: S,
  entity: Kind,
): Gate<CommandWord<SystemOf<S>, Kind>, View> => core.gateOf(systemOf(system), entity as never) as never;

/** Every row of a system's table. */
export const catalogue = (system: SystemLike): readonly CodeRow[] => systemOf(system).codes;

/** All that is known of a code: a number or a name; one explanation for each row that has it. */
export const explain = (system: SystemLike, code: Code): Explanation[] => core.explain(systemOf(system), code);

/**
 * Draws an entity (`job`) or a phase of it (`job.SCAN`): the same bytes each time. The layout is loaded at the first call.
 *
 * @throws RangeError where the system has no such entity, phase or command, or the format no such view.
 * @example `await diagram('dovecot', 'account', { view: 'refusals', command: 'start' })`
 */
export const diagram = async (system: SystemLike, entity: string, options?: DiagramOptions): Promise<string> =>
  core.diagram(systemOf(system), entity, options);

/**
 * Compiles an entity, with those that it stands with, into tables, in which a step is a look-up: for whoever takes
 * millions of steps and needs no world around. A job is compiled in about a second.
 *
 * @example
 * const job = stepper('egnyte', 'job');
 * const { outcome, error, situation } = job.step(job.initial, 'create.started');
 */
export const stepper = <S extends SystemLike, const Kind extends KindOf<S>>(
  system: S,
  kind: Kind,
  options: StepperOptions<SystemOf<S>, Kind> = {},
): Stepper => core.stepper(systemOf(system), kind as never, options as never);

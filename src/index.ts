import { type SystemName, type Systems, systems } from '../machines/index.ts';
import { usualSystem } from '../machines/lazy.ts';
import { answersOf, occurrencesOf, registeredName } from '../machines/shipped.ts';
import type {
  Answer,
  Can,
  Code,
  CodeRow,
  CommandOf,
  CommandWord,
  DiagramOptions,
  Explanation,
  Gate,
  Impossible,
  Judgement,
  KnownView,
  PartialAnswer,
  Session,
  StepOf,
  Stepper,
  StepperOptions,
  StepResult,
  SystemAnswers,
  View,
  World,
} from './core.ts';
import * as core from './core.ts';
import type { Occurrences } from './model/index.ts';
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

// The functions of core.ts, accepting a registered name or a system made by defineSystem.

type Usual = typeof usualSystem;

export interface Options<S extends SystemLike> {
  /** Default: the registry's `usualSystem`. */
  readonly system?: S;
}

/**
 * Runs a scenario step by step: text, or steps as objects, from an array or as they arrive. Each result has the
 * outcome, the code and the statuses that changed.
 *
 * @throws ScenarioError if a step cannot be read: before the first step of a text is run, otherwise when the step arrives
 * @example `for (const { outcome, error } of simulate([{ given: 'ready' }, { to: 'job', type: 'scan.stop' }])) …`
 */
export function simulate<S extends SystemLike = Usual>(
  steps: AsyncIterable<StepOf<SystemOf<NoInfer<S>>>>,
  options?: Options<S>,
): AsyncGenerator<StepResult>;
export function simulate<S extends SystemLike = Usual>(
  steps: string | Iterable<StepOf<SystemOf<NoInfer<S>>>>,
  options?: Options<S>,
): Generator<StepResult>;
export function simulate(
  steps: string | Iterable<object> | AsyncIterable<object>,
  { system = usualSystem }: Options<SystemLike> = {},
): Generator<StepResult> | AsyncGenerator<StepResult> {
  return core.simulate(steps as string, { system: systemOf(system) });
}

/** The world after the steps, to ask questions about. */
export function worldAfter<S extends SystemLike = Usual>(
  steps: string | Iterable<StepOf<SystemOf<NoInfer<S>>>>,
  { system }: Options<S> = {},
): World {
  return core.worldAfter(steps as string, { system: systemOf(system ?? usualSystem) });
}

/**
 * A scenario that is played step by step: each step is answered at once, and can be undone.
 *
 * @throws ScenarioError if the scenario that it starts with cannot be read.
 * @example
 * const session = openSession('egnyte', 'given ready');
 * session.send('job scan.start');
 * session.undo();
 */
export const openSession = <S extends SystemLike>(system: S, scenario = ''): Session<StepOf<SystemOf<S>>> =>
  core.openSession(systemOf(system), scenario) as never;

/** Answers a command in a world without carrying it out. Armed faults are not asked, because that would use them up. */
export const judge = <S extends SystemLike>(system: S, world: World, command: CommandOf<SystemOf<S>>): Judgement =>
  core.judge(systemOf(system), world, command as never);

/**
 * Answers every command of an entity from its view alone. Commands with parameters are asked in their plain form;
 * armed faults are not asked. What the view leaves out is unknown, unless it follows from the phases. The package's
 * `gate/SYSTEM/ENTITY` does the same in a browser.
 *
 * @throws TypeError if the view does not fit the system: names what is wrong, where, and the allowed values
 * @example `gate('dovecot', view(world, 'account')).start.reason`
 */
export function gate(system: SystemLike, view: View): { readonly [command: string]: Answer };
export function gate(system: SystemLike, view: KnownView): { readonly [command: string]: PartialAnswer };
export function gate(system: SystemLike, view: KnownView): { readonly [command: string]: PartialAnswer } {
  return core.gate(systemOf(system), view);
}

/** The gates of one kind of entity, to be asked repeatedly. */
export const gateOf = <S extends SystemLike, const Kind extends KindOf<S>>(
  system: S,
  entity: Kind,
): Gate<CommandWord<SystemOf<S>, Kind>, View, KnownView> => core.gateOf(systemOf(system), entity as never) as never;

/** Every row of a system's table. */
export const catalogue = (system: SystemLike): readonly CodeRow[] => systemOf(system).codes;

/** What is shipped of a registered system: its reachable situations, its answers and the scenarios of its codes. */
export { answersOf };

/**
 * Everything known about a code, given as a number or a name in any case; one explanation for each row that has it. Its
 * scenario is the shipped one; without `answers`, it is searched for.
 *
 * @example `explain('egnyte', 632, await answersOf('egnyte'))`
 */
export const explain = (system: SystemLike, code: Code, answers?: SystemAnswers): Explanation[] =>
  core.explain(systemOf(system), code, answers);

/**
 * What is possible: how every command is answered in the reachable situations that agree with what is known. The rows
 * are about the plainest of them; `otherwise` has the other answers, each with its condition. Exact over all situations
 * of the entity. What the shipped answers do not contain is computed on first use, which takes seconds for a job.
 *
 * @throws TypeError if the view does not fit the system.
 * @example `can('egnyte', { entity: 'job', phases: { MIGRATE_DATA: 'PAUSED' }, agent: 'INACTIVE' }, await answersOf('egnyte'))`
 */
export const can = (system: SystemLike, known: KnownView, answers?: SystemAnswers): Can | Impossible =>
  core.can(systemOf(system), known, answers);

/**
 * The view that a vendor's status codes describe: 901, 932 and 925 are a job whose scan succeeded, whose copy is paused,
 * and whose agent is active. What no code tells is left out.
 *
 * @throws RangeError if no entity has all of these statuses at one time.
 * @example `viewFromCodes([901, 932, 925])`
 */
export const viewFromCodes = (
  codes: readonly Code[],
  { system = usualSystem, entity }: { readonly system?: SystemLike; readonly entity?: string } = {},
): KnownView => core.viewFromCodes(systemOf(system), codes, entity);

/**
 * Draws an entity (`job`) or a phase of it (`job.SCAN`). The output is deterministic. The layout engine is loaded on
 * first use.
 *
 * @throws RangeError if the system has no such entity, phase or command, or the format has no such view
 * @example `await diagram('dovecot', 'account', { view: 'refusals', command: 'start' })`
 */
export async function diagram(system: SystemLike, entity: string, options?: DiagramOptions): Promise<string> {
  const known = systemOf(system);
  const name = await registeredName(known);
  // For the five systems, what occurs is shipped.
  const shipped = name && { occurring: async (kind: string) => (await occurrencesOf(name))[kind] as Occurrences };
  return core.diagram(known, entity, { ...shipped, ...options });
}

/**
 * Compiles an entity, and those explored with it, into tables, so that a step is a lookup. For programs that take
 * millions of steps and need no world around them. Compiling a job takes about a second.
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

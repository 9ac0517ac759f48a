import { type SystemName, type Systems, systems } from '../machines/index.ts';
import { usualSystem } from '../machines/lazy.ts';
import { describe } from './condition/sentence.ts';
import { drawn, type Subject, type TextFormat } from './diagram/draw.ts';
import { judge as judgeIn } from './engine/judge.ts';
import { Simulator, simulate as simulateSteps } from './engine/simulate.ts';
import { viewOf } from './engine/view.ts';
import { World } from './engine/world.ts';
import { type Answer, type Gate, gateFrom } from './gate/index.ts';
import { gateTable } from './gating/gate-table.ts';
import type {
  Code,
  CodeRow,
  CommandOf,
  EventStep,
  Explanation,
  Lifecycle,
  Mark,
  Step,
  StepOf,
  StepResult,
  System,
  View,
} from './model/index.ts';
import { readScenario, ScenarioReader } from './scenario/index.ts';
import { explain as explainRow } from './search/explain.ts';
import { Stepper } from './stepper/stepper.ts';

export type { Answer, Gate, SeenEntity } from './gate/index.ts';
export type {
  Alias,
  Change,
  Chart,
  Code,
  CodeKind,
  CodeName,
  CodeRow,
  CommandOf,
  Condition,
  Effect,
  Explanation,
  Fact,
  Inspected,
  Lifecycle,
  Mark,
  Marks,
  Outcome,
  Proof,
  Rule,
  StepOf,
  StepResult,
  System,
  Use,
  View,
} from './model/index.ts';
export { ScenarioError } from './scenario/index.ts';
export type { Replayed, Situation, Stepped, Stepper } from './stepper/stepper.ts';
export type { Tables } from './stepper/tables.ts';
export { implementationsOf } from './xstate/implementations.ts';
export { type LifecycleContext, machineOf } from './xstate/machine.ts';
export { type SystemName, type Systems, systems, World };

export interface Options<Name extends SystemName> {
  /** Default: the registry's `usualSystem`. */
  readonly system?: Name;
}

/**
 * Carries out a scenario step by step: text, or steps as objects, as they are given or as they come. Every step answers
 * with its outcome, its code and the statuses that changed.
 *
 * @throws ScenarioError where a step cannot be read: before the first step of a text, at the step itself otherwise.
 * @example `for (const { outcome, error } of simulate([{ given: 'ready' }, { to: 'job', type: 'scan.stop' }])) …`
 */
export function simulate<Name extends SystemName = typeof usualSystem>(
  steps: string | Iterable<StepOf<Systems[Name]>>,
  options?: Options<Name>,
): Generator<StepResult>;
export function simulate<Name extends SystemName = typeof usualSystem>(
  steps: AsyncIterable<StepOf<Systems[Name]>>,
  options?: Options<Name>,
): AsyncGenerator<StepResult>;
export function simulate(
  steps: string | Iterable<object> | AsyncIterable<object>,
  { system = usualSystem }: Options<SystemName> = {},
): Generator<StepResult> | AsyncGenerator<StepResult> {
  if (typeof steps === 'string') return simulateSteps(readScenario(systems[system], steps), systems[system]);
  if (Symbol.asyncIterator in steps) return simulateSteps(readComing(systems[system], steps), systems[system]);
  return simulateSteps(readGiven(systems[system], steps), systems[system]);
}

/** A world in which the steps have been carried out, to be asked about. */
export function worldAfter<Name extends SystemName = typeof usualSystem>(
  steps: string | Iterable<StepOf<Systems[Name]>>,
  { system }: Options<Name> = {},
): World {
  const definition: System = systems[system ?? usualSystem];
  const simulator = new Simulator(definition);
  const read =
    typeof steps === 'string' ? readScenario(definition, steps) : readGiven(definition, steps as Iterable<object>);
  for (const step of read) simulator.run(step);
  return simulator.world;
}

/** The answer to a command that is only asked about. */
export interface Judgement {
  readonly accepted: boolean;
  readonly code?: Code;
  readonly name?: string;
  /** In words, made from the data of the rule that decides. */
  readonly reason?: string;
  /** Where the rule comes from. */
  readonly mark?: Mark;
}

/** Answers a command in a world without carrying it out. A fault that is armed is not asked: it would be used up. */
export function judge<Name extends SystemName>(
  system: Name,
  world: World,
  command: CommandOf<Systems[Name]>,
): Judgement {
  const [step] = new ScenarioReader(systems[system]).line(JSON.stringify(command)) as readonly [EventStep];
  const { accepted, code, rule } = judgeIn(world, step);
  const reason = rule ? describe(rule.when, world.peek(step.kind, step.id).lifecycle.source) : undefined;
  return {
    accepted,
    ...(code === undefined ? {} : world.nameOf(code)),
    ...(rule && reason !== undefined ? { reason, mark: rule.mark } : {}),
  };
}

/**
 * Answers every command of the entity whose view it is, from nothing but the view. Commands with parameters are asked about
 * in their plainest form; a fault that is armed is not asked. The package's `gate/SYSTEM/ENTITY` is the same for a browser.
 *
 * @throws TypeError where the view is none of that system's: what, where, and what it may be.
 * @example `gate('dovecot', view(world, 'account')).start.reason`
 */
export function gate(system: SystemName, view: View): { readonly [command: string]: Answer } {
  const [kind = ''] = String(view?.entity).split(':');
  if (!Object.hasOwn(systems[system].entities, kind)) {
    const kinds = Object.keys(systems[system].entities).join(', ');
    throw new TypeError(`gate: view.entity is ${JSON.stringify(view?.entity)}; ${system} has ${kinds}`);
  }
  return gateOf(system, kind as never)(view as never);
}

/** The gates of one kind of entity, to be asked again and again. */
export function gateOf<Name extends SystemName, Kind extends keyof Systems[Name]['entities'] & string>(
  system: Name,
  entity: Kind,
): Gate<CommandWord<Name, Kind>, View> {
  const known = gates.get(`${system} ${entity}`);
  const found = known ?? gateFrom(gateTable(systems[system], entity).table);
  gates.set(`${system} ${entity}`, found);
  return found as Gate<CommandWord<Name, Kind>, View>;
}

type CommandWord<Name extends SystemName, Kind extends keyof Systems[Name]['entities']> = keyof Extract<
  Systems[Name]['entities'][Kind],
  Lifecycle
>['commands'] &
  string;

const gates = new Map<string, Gate<string, View>>();

/** What a UI sees of an entity. */
export function view(world: World, entity: string): View {
  const [kind = '', ...id] = entity.split(':');
  return viewOf(world, world.peek(kind, id.join(':') || '1'));
}

/** Every row of a system's table. */
export const catalogue = (system: SystemName): readonly CodeRow[] => systems[system].codes;

/** All that is known of a code: a number or a name; one explanation for each row that has it. */
export function explain(system: SystemName, code: Code): Explanation[] {
  const reader = new ScenarioReader(systems[system]);
  return explainRow(systems[system], String(code), (line) => reader.line(line));
}

/** What is drawn, and how it is written. */
export interface DiagramOptions {
  /** `lifecycle`: phases of one shape once; `refusals`: the gates of `command`; `system`: all entities. Default: states. */
  readonly view?: 'states' | 'lifecycle' | 'refusals' | 'system';
  readonly command?: string;
  /** Default: SVG; the others have the states alone. */
  readonly format?: 'svg' | TextFormat;
}

/**
 * Draws an entity (`job`) or a phase of it (`job.SCAN`): the same bytes each time. The layout is loaded at the first call.
 *
 * @throws RangeError where the system has no such entity, phase or command, or the format no such view.
 * @example `await diagram('dovecot', 'account', { view: 'refusals', command: 'start' })`
 */
export async function diagram(system: SystemName, entity: string, options: DiagramOptions = {}): Promise<string> {
  const { view = 'states', command = '', format = 'svg' } = options;
  const [kind = '', ...rest] = entity.split('.');
  if (rest.length > 0 && view !== 'states') throw new RangeError(`the view ${view} is of a whole entity, as ${kind}`);
  const phase = rest.length > 0 ? { phase: rest.join('.') } : {};
  const subject: Subject = view === 'system' ? { view } : { view, entity: kind, command, ...phase };
  return drawn(systems[system], subject, format, describe);
}

export interface StepperOptions<S extends System, Kind extends keyof S['entities']> {
  /** Facts of the entity that the walk is told, whenever they change; the others are what they usually are. */
  readonly free?: readonly (keyof S['entities'][Kind]['facts'] & string)[];
}

/**
 * Compiles an entity, with those that it stands with, into tables, in which a step is a look-up: for whoever takes
 * millions of steps and needs no world around. A job is compiled in about a second.
 *
 * @example
 * const job = stepper('egnyte', 'job');
 * const { outcome, error, situation } = job.step(job.initial, 'create.started');
 */
export const stepper = <Name extends SystemName, Kind extends keyof Systems[Name]['entities'] & string>(
  system: Name,
  kind: Kind,
  options: StepperOptions<Systems[Name], Kind> = {},
): Stepper => new Stepper(systems[system], kind, options);

function* readGiven(system: System, steps: Iterable<object>): Generator<Step> {
  const reader = new ScenarioReader(system, 'steps');
  for (const step of steps) yield* reader.line(JSON.stringify(step));
}

async function* readComing(system: System, steps: AsyncIterable<object>): AsyncGenerator<Step> {
  const reader = new ScenarioReader(system, 'steps');
  for await (const step of steps) yield* reader.line(JSON.stringify(step));
}

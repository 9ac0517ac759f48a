import { type Can, canWhere, type Impossible } from './answers/can.ts';
import { explainShipped } from './answers/explain.ts';
import { find } from './answers/find.ts';
import { type KnownView, partialOf, viewFromCodes as viewOfCodes } from './answers/known.ts';
import { searchExplanation } from './answers/search-explanation.ts';
import { describe } from './condition/sentence.ts';
import { isSystem } from './define/unchecked.ts';
import { drawn, type Occurring, type Subject, type TextFormat } from './diagram/draw.ts';
import { type Judgement, judgementOf } from './engine/judgement.ts';
import { Simulator, simulate as simulateSteps } from './engine/simulate.ts';
import { viewOf } from './engine/view.ts';
import { World } from './engine/world.ts';
import { type Answer, type Gate, gateFrom, type PartialAnswer } from './gate/index.ts';
import { gateTable } from './gating/gate-table.ts';
import {
  type Code,
  type CodeRow,
  type CommandOf,
  type CommandWord,
  type EventStep,
  type Explanation,
  entityAddressOf,
  type FactWord,
  kept,
  once,
  type Step,
  type StepOf,
  type StepResult,
  type System,
  type View,
} from './model/index.ts';
import type { SystemAnswers } from './reach/shipped.ts';
import { readScenario, ScenarioReader } from './scenario/index.ts';
import { Session } from './session/session.ts';
import { Stepper } from './stepper/stepper.ts';

export type { Can, CanRow, Impossible, OtherAnswer } from './answers/can.ts';
export type { KnownView } from './answers/known.ts';
export { DefinitionError, defineSystem } from './define/define-system.ts';
export type { Judgement } from './engine/judgement.ts';
export type { Answer, Gate, PartialAnswer, PartlySeenEntity, SeenEntity } from './gate/index.ts';
export type {
  Alias,
  Change,
  Chart,
  Code,
  CodeKind,
  CodeName,
  CodeRow,
  CommandOf,
  CommandWord,
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
export type { SystemAnswers } from './reach/shipped.ts';
export { ScenarioError } from './scenario/index.ts';
export type { CommandAnswer, Session, Turn } from './session/session.ts';
export type { Replayed, Situation } from './stepper/replay.ts';
export type { Stepped, Stepper } from './stepper/stepper.ts';
export type { Tables } from './stepper/tables.ts';
export { implementationsOf } from './xstate/implementations.ts';
export { type RefusalEvent, refusals } from './xstate/inspect.ts';
export { type LifecycleContext, machineOf } from './xstate/machine.ts';
export { type Refused, refusal } from './xstate/refusal.ts';
export { World };

// What the package can do with a system given as a value. This module loads no system, so a page that imports it and
// one system bundles no others. The package's index has the same functions; there they accept names as well.

/** The system itself. Throws a TypeError if defineSystem did not make it: then nothing in it was checked. */
export function checked(system: System): System {
  if (isSystem(system)) return system;
  throw new TypeError('the system was not made by defineSystem; export defineSystem({ … }) and hand that on');
}

/**
 * Runs a scenario step by step: text, or steps as objects, from an array or as they arrive. Each result has the
 * outcome, the code and the statuses that changed.
 *
 * @throws ScenarioError if a step cannot be read: before the first step of a text is run, otherwise when the step arrives
 * @example `for (const { outcome, error } of simulate([{ given: 'ready' }], { system: egnyte })) …`
 */
export function simulate<S extends System>(
  steps: AsyncIterable<StepOf<NoInfer<S>>>,
  options: { readonly system: S },
): AsyncGenerator<StepResult>;
export function simulate<S extends System>(
  steps: string | Iterable<StepOf<NoInfer<S>>>,
  options: { readonly system: S },
): Generator<StepResult>;
export function simulate(
  steps: string | Iterable<object> | AsyncIterable<object>,
  options: { readonly system: System },
): Generator<StepResult> | AsyncGenerator<StepResult> {
  const system = checked(options.system);
  if (typeof steps === 'string') return simulateSteps(readScenario(system, steps), system);
  if (Symbol.asyncIterator in steps) return simulateSteps(readComing(system, steps), system);
  return simulateSteps(readGiven(system, steps), system);
}

/** The world after the steps, to ask questions about. */
export function worldAfter<S extends System>(
  steps: string | Iterable<StepOf<NoInfer<S>>>,
  options: { readonly system: S },
): World {
  const system = checked(options.system);
  const simulator = new Simulator(system);
  const read = typeof steps === 'string' ? readScenario(system, steps) : readGiven(system, steps as Iterable<object>);
  for (const step of read) simulator.run(step);
  return simulator.world;
}

/**
 * A scenario that is played step by step: each step is answered at once, and can be undone.
 *
 * @throws ScenarioError if the scenario that it starts with cannot be read.
 */
export function openSession<S extends System>(system: S, scenario = ''): Session<StepOf<S>> {
  const session = new Session<StepOf<S>>(checked(system));
  session.play(scenario);
  return session;
}

/** Answers a command in a world without carrying it out. Armed faults are not asked, because that would use them up. */
export function judge<S extends System>(system: S, world: World, command: CommandOf<S>): Judgement {
  const [step] = new ScenarioReader(checked(system)).line(JSON.stringify(command)) as readonly [EventStep];
  return judgementOf(world, step);
}

/**
 * Answers every command of an entity from its view alone. Commands with parameters are asked in their plain form;
 * armed faults are not asked. What the view leaves out is unknown, unless it follows from the phases. The package's
 * `gate/SYSTEM/ENTITY` does the same in a browser.
 *
 * @throws TypeError if the view does not fit the system: names what is wrong, where, and the allowed values
 */
export function gate(system: System, view: View): { readonly [command: string]: Answer };
export function gate(system: System, view: KnownView): { readonly [command: string]: PartialAnswer };
export function gate(system: System, view: KnownView): { readonly [command: string]: PartialAnswer } {
  const [kind = ''] = String(view?.entity).split(':');
  const { name, entities } = checked(system);
  if (!Object.hasOwn(entities, kind)) {
    const kinds = Object.keys(entities).join(', ');
    throw new TypeError(`gate: view.entity is ${JSON.stringify(view?.entity)}; ${name} has ${kinds}`);
  }
  return gateOf(system, kind)(view);
}

/** The gates of one kind of entity, to be asked repeatedly. */
export function gateOf<S extends System, Kind extends keyof S['entities'] & string>(
  system: S,
  entity: Kind,
): Gate<CommandWord<S, Kind>, View, KnownView> {
  const made = () => gateFrom<string, View, KnownView>(gateTable(checked(system), entity).table);
  return kept(gatesOf(system), entity, made) as Gate<CommandWord<S, Kind>, View, KnownView>;
}

const gatesOf = once((_: System) => new Map<string, Gate<string, View, KnownView>>());

/** What a UI sees of an entity. */
export function view(world: World, entity: string): View {
  const { kind, id } = entityAddressOf(world.system, entity);
  return viewOf(world, world.peek(kind, id));
}

/** Every row of a system's table. */
export const catalogue = (system: System): readonly CodeRow[] => checked(system).codes;

/**
 * Everything known about a code, given as a number or a name in any case; one explanation for each row that has it. Its
 * scenario is the shipped one; without `answers`, it is searched for.
 */
export function explain(system: System, code: Code, answers?: SystemAnswers): Explanation[] {
  const reader = new ScenarioReader(checked(system));
  return find(system, String(code)).rows.map((row) =>
    answers ? explainShipped(system, row, answers) : searchExplanation(system, row, (line) => reader.line(line)),
  );
}

/**
 * What is possible: how every command is answered in the reachable situations that agree with what is known. The rows
 * are about the plainest of them; `otherwise` has the other answers, each with its condition. Exact over all situations
 * of the entity. What the shipped answers do not contain is computed on first use, which takes seconds for a job.
 *
 * @throws TypeError if the view does not fit the system.
 */
export function can(system: System, known: KnownView, answers?: SystemAnswers): Can | Impossible {
  const reader = new ScenarioReader(checked(system));
  const { kind, id } = entityAddressOf(system, String(known?.entity));
  const lifecycle = Object.hasOwn(system.entities, kind) ? system.entities[kind] : undefined;
  if (!lifecycle) {
    const kinds = Object.keys(system.entities).join(', ');
    throw new TypeError(`can: known.entity is ${JSON.stringify(known?.entity)}; ${system.name} has ${kinds}`);
  }
  const read = (line: string): readonly Step[] => reader.line(line);
  return canWhere({ system, read, shipped: answers }, kind, id, partialOf(lifecycle, known));
}

/**
 * The view that a vendor's status codes describe: 901, 932 and 925 are a job whose scan succeeded, whose copy is paused,
 * and whose agent is active. What no code tells is left out.
 *
 * @throws RangeError if no entity has all of these statuses at one time.
 */
export const viewFromCodes = (system: System, codes: readonly Code[], entity?: string): KnownView =>
  viewOfCodes(checked(system), codes, entity);

/** What to draw, and in which format. */
export interface DiagramOptions {
  /** `lifecycle`: equal phases once; `refusals`: the gates of `command`; `system`: all entities. Default: states. */
  readonly view?: 'states' | 'lifecycle' | 'refusals' | 'system';
  readonly command?: string;
  /** Default: SVG. The other formats have only the view `states`; `html` is a page to explore it in, offline. */
  readonly format?: 'svg' | 'html' | TextFormat;
  /** What of an entity's data occurs, if it is known already. */
  readonly occurring?: Occurring;
}

/**
 * Draws an entity (`job`) or a phase of it (`job.SCAN`). The output is deterministic. The layout engine is loaded on
 * first use.
 *
 * @throws RangeError if the system has no such entity, phase or command, or the format has no such view
 */
export async function diagram(system: System, entity: string, options: DiagramOptions = {}): Promise<string> {
  const { view = 'states', command = '', format = 'svg' } = options;
  const [kind = '', ...rest] = entity.split('.');
  if (rest.length > 0 && view !== 'states') throw new RangeError(`the view ${view} is of a whole entity, as ${kind}`);
  const phase = rest.length > 0 ? { phase: rest.join('.') } : {};
  const subject: Subject = view === 'system' ? { view } : { view, entity: kind, command, ...phase };
  const known = checked(system);
  return drawn(known, subject, format, { says: describe, occurring: options.occurring ?? workedOut(known) });
}

/** What occurs, computed on demand, which takes a while for an entity with many situations. */
function workedOut(system: System): Occurring {
  return async (kind) => {
    const [{ occurrencesIn }, { reach }] = await Promise.all([
      import('./reach/occurrences.ts'),
      import('./reach/reach.ts'),
    ]);
    const reader = new ScenarioReader(system);
    return occurrencesIn(reach(system, kind, (line) => reader.line(line)));
  };
}

export interface StepperOptions<S, Kind> {
  /** Facts of the entity that the caller sets when they change; the others have their usual value. */
  readonly free?: readonly FactWord<S, Kind>[];
}

/**
 * Compiles an entity, and those explored with it, into tables, so that a step is a lookup. For programs that take
 * millions of steps and need no world around them.
 */
export const stepper = <S extends System, Kind extends keyof S['entities'] & string>(
  system: S,
  kind: Kind,
  options: StepperOptions<S, Kind> = {},
): Stepper => new Stepper(checked(system), kind, options);

function* readGiven(system: System, steps: Iterable<object>): Generator<Step> {
  const reader = new ScenarioReader(system, 'steps');
  for (const step of steps) yield* reader.line(JSON.stringify(step));
}

async function* readComing(system: System, steps: AsyncIterable<object>): AsyncGenerator<Step> {
  const reader = new ScenarioReader(system, 'steps');
  for await (const step of steps) yield* reader.line(JSON.stringify(step));
}

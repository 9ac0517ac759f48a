import type { Subject } from '../../../diagram/draw.ts';
import { isPhase, type Lifecycle, type System } from '../../../model/index.ts';
import { Complaint } from '../../../scenario/complaint.ts';
import { Watched } from '../../../session/watched.ts';
import { checkKind } from '../../entity-words.ts';
import { stepsIn } from '../../io/steps.ts';
import { oneOf } from '../../one-of.ts';
import { present } from '../../present.ts';

const views = ['states', 'lifecycle', 'refusals', 'gating', 'system', 'trace', 'timeline'] as const;
type DiagramView = (typeof views)[number];

/** The options that say what is drawn. `entity` is the one whose path is traced: `job:2`. */
type SubjectOptions = { readonly [option in 'view' | 'command' | 'trace' | 'entity']?: string };

/** The view. Throws a Complaint if there is no such view, or if options contradict it. */
export function diagramViewOf({ view, command, trace, entity }: SubjectOptions): DiagramView {
  const implied = trace !== undefined ? 'trace' : command !== undefined ? 'refusals' : 'states';
  const named = oneOf('view', view ?? implied, views);
  const ofScenario = named === 'trace' || named === 'timeline';
  if (trace !== undefined && !ofScenario)
    throw new Complaint(`--trace is a view of its own, not one of --view ${named}`);
  if (command !== undefined && named !== 'refusals')
    throw new Complaint(`--command belongs to --view refusals, not ${named}`);
  if (ofScenario && trace === undefined) throw new Complaint(`--view ${named} needs --trace FILE, a scenario`);
  if (entity !== undefined && named !== 'trace')
    throw new Complaint(`--entity belongs to --trace, not to --view ${named}`);
  return named;
}

/** What to draw of `job` or `job.SCAN`. Throws a Complaint if a word is unknown. */
export async function subjectOf(system: System, word: string | undefined, options: SubjectOptions): Promise<Subject> {
  const view = diagramViewOf(options);
  if (view === 'system' || view === 'timeline') {
    if (word !== undefined) throw new Complaint(`--view ${view} is of all entities`, `leave ${word} out`);
    return view === 'system' ? { view } : { view, timeline: (await watched(system, options)).timeline() };
  }
  const { lifecycle, phase } = await entityIn(system, word);
  const entity = lifecycle.kind;
  if (phase !== undefined && view !== 'states' && view !== 'trace') {
    throw new Complaint(`--view ${view} is of a whole entity`, `say ${entity} instead of ${entity}.${phase}`);
  }
  const part = { entity, ...present({ phase }) };
  switch (view) {
    case 'states':
      return { view, ...part };
    case 'trace':
      return { view, ...part, way: (await watched(system, options)).wayOf(entity, whoseOf(entity, options.entity)) };
    case 'refusals':
      return { view, entity, command: commandIn(lifecycle, options.command) };
    case 'lifecycle':
      if (!Object.keys(lifecycle.chart.states).some(isPhase))
        throw new Complaint(`${entity} has no phases`, 'leave --view out');
      return { view, entity };
    case 'gating': {
      if (Object.keys(lifecycle.commands).length === 0)
        throw new Complaint(`${entity} has no commands`, 'name another entity');
      const { matrixOf } = await import('../../../matrix/matrix.ts');
      const { sourceOf } = await import('../../work-out.ts');
      return { view, entity, matrix: matrixOf(await sourceOf(system), entity) };
    }
  }
}

/** Runs the scenario of --trace. */
async function watched(system: System, { trace = '-' }: SubjectOptions): Promise<Watched> {
  const run = new Watched(system, trace);
  for await (const step of await stepsIn(system, trace)) run.take(step);
  return run;
}

/** The entity that is named, and the region after the dot. */
async function entityIn(system: System, word: string | undefined): Promise<{ lifecycle: Lifecycle; phase?: string }> {
  const { name, entities } = system;
  const kinds = Object.keys(entities);
  if (word === undefined)
    throw new Complaint('missing ENTITY', `name one of ${kinds.join(', ')}, or say --view system`);
  const [named = '', ...rest] = word.split('.');
  await checkKind(system, named);
  const kind = oneOf(`entity of ${name}`, named, kinds);
  const lifecycle = entities[kind] as Lifecycle;
  if (rest.length === 0) return { lifecycle };
  return { lifecycle, phase: oneOf(`phase of ${kind}`, rest.join('.'), Object.keys(lifecycle.chart.states)) };
}

function commandIn({ kind, commands }: Lifecycle, command: string | undefined): string {
  const known = Object.keys(commands);
  const list = known.length === 0 ? `${kind} has no commands` : `it is one of ${known.join(', ')}`;
  if (command === undefined) throw new Complaint('--view refusals needs --command NAME', list);
  return oneOf(`command of ${kind}`, command, known, list);
}

/** `job:2`, from `job:2` or `2`. */
function whoseOf(kind: string, whose: string | undefined): string | undefined {
  if (whose === undefined || whose.startsWith(`${kind}:`)) return whose;
  if (whose.includes(':')) throw new Complaint(`--entity ${whose} is no ${kind}`, `say it as ${kind}:1`);
  return `${kind}:${whose}`;
}

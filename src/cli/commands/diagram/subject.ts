import type { Subject } from '../../../diagram/draw.ts';
import { isPhase, type Lifecycle, type System } from '../../../model/index.ts';
import { Complaint, unknown } from '../../../scenario/complaint.ts';
import { watched } from './trace.ts';

export const views = ['states', 'lifecycle', 'refusals', 'gating', 'system', 'trace', 'timeline'] as const;
export type DiagramView = (typeof views)[number];

/** What stood on the command line. */
export interface DiagramRequest {
  /** `job`, `job.SCAN`; undefined where no entity is named. */
  readonly entity: string | undefined;
  readonly view: string | undefined;
  readonly command: string | undefined;
  readonly trace: string | undefined;
  /** `job:2`: whose way is drawn. */
  readonly whose: string | undefined;
}

/** The view that is asked for. Throws a Complaint where there is none, or options contradict it. */
export function diagramViewOf({ view, command, trace, whose }: DiagramRequest): DiagramView {
  const implied = trace !== undefined ? 'trace' : command !== undefined ? 'refusals' : 'states';
  const named = views.find((each) => each === (view ?? implied));
  if (named === undefined) throw unknown('view', view ?? '', views, `it is one of ${views.join(', ')}`);
  const ofScenario = named === 'trace' || named === 'timeline';
  if (trace !== undefined && !ofScenario)
    throw new Complaint(`--trace is a view of its own, not one of --view ${named}`);
  if (command !== undefined && named !== 'refusals')
    throw new Complaint(`--command belongs to --view refusals, not ${named}`);
  if (ofScenario && trace === undefined) throw new Complaint(`--view ${named} needs --trace FILE, a scenario`);
  if (whose !== undefined && named !== 'trace')
    throw new Complaint(`--entity belongs to --trace, not to --view ${named}`);
  return named;
}

/** What is to be drawn, every word of it looked up. Throws a Complaint at one that is not known. */
export async function subjectOf(system: System, asked: DiagramRequest): Promise<Subject> {
  const view = diagramViewOf(asked);
  if (view === 'system') {
    if (asked.entity !== undefined)
      throw new Complaint('--view system is of all entities', `leave ${asked.entity} out`);
    return { view };
  }
  if (view === 'timeline') {
    if (asked.entity !== undefined)
      throw new Complaint('--view timeline is of all entities', `leave ${asked.entity} out`);
    return { view, timeline: (await watched(system, asked.trace ?? '-')).timeline() };
  }
  const { lifecycle, phase } = entityIn(system, asked.entity);
  const entity = lifecycle.kind;
  if (phase !== undefined && view !== 'states' && view !== 'trace') {
    throw new Complaint(`--view ${view} is of a whole entity`, `say ${entity} instead of ${entity}.${phase}`);
  }
  checkThereIs(view, lifecycle);
  const part = phase === undefined ? {} : { phase };
  switch (view) {
    case 'states':
      return { view, entity, ...part };
    case 'lifecycle':
      return { view, entity };
    case 'refusals':
      return { view, entity, command: commandIn(lifecycle, asked.command) };
    case 'trace':
      return {
        view,
        entity,
        ...part,
        way: (await watched(system, asked.trace ?? '-')).wayOf(entity, whoseOf(entity, asked.whose)),
      };
    case 'gating': {
      const { matrixOf } = await import('../../../matrix/matrix.ts');
      const { sourceOf } = await import('../../work-out.ts');
      return {
        view,
        entity,
        matrix: matrixOf(await sourceOf(system, { watched: false, rewrite: () => {}, complain: () => {} }), entity),
      };
    }
  }
}

/** Throws a Complaint where a view of the entity would be empty. */
function checkThereIs(view: DiagramView, { kind, chart, commands }: Lifecycle): void {
  if (view === 'lifecycle' && !Object.keys(chart.states).some(isPhase))
    throw new Complaint(`${kind} has no phases`, 'leave --view out');
  if (view === 'gating' && Object.keys(commands).length === 0)
    throw new Complaint(`${kind} has no commands`, 'name another entity');
}

/** The entity that is named, and the region behind the dot. */
export function entityIn(
  { name, entities }: System,
  word: string | undefined,
): { lifecycle: Lifecycle; phase?: string } {
  const kinds = Object.keys(entities);
  if (word === undefined)
    throw new Complaint('missing ENTITY', `name one of ${kinds.join(', ')}, or say --view system`);
  const [kind = '', ...rest] = word.split('.');
  const lifecycle = Object.hasOwn(entities, kind) ? entities[kind] : undefined;
  if (!lifecycle) throw unknown(`entity of ${name}`, kind, kinds, `it is one of ${kinds.join(', ')}`);
  if (rest.length === 0) return { lifecycle };
  const phase = rest.join('.');
  const regions = Object.keys(lifecycle.chart.states);
  if (!regions.includes(phase)) throw unknown(`phase of ${kind}`, phase, regions, `it is one of ${regions.join(', ')}`);
  return { lifecycle, phase };
}

function commandIn({ kind, commands }: Lifecycle, command: string | undefined): string {
  const known = Object.keys(commands);
  const list = known.length === 0 ? `${kind} has no commands` : `it is one of ${known.join(', ')}`;
  if (command === undefined) throw new Complaint('--view refusals needs --command NAME', list);
  if (!known.includes(command)) throw unknown(`command of ${kind}`, command, known, list);
  return command;
}

/** `job:2`, or `2` for short. */
function whoseOf(kind: string, whose: string | undefined): string | undefined {
  if (whose === undefined || whose.startsWith(`${kind}:`)) return whose;
  if (whose.includes(':')) throw new Complaint(`--entity ${whose} is no ${kind}`, `say it as ${kind}:1`);
  return `${kind}:${whose}`;
}

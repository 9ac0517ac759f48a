import { isPhase, isRefusal, type Lifecycle, type System, stateOf, statusOf } from '../../model/index.ts';
import { Complaint, unknown } from '../../scenario/complaint.ts';
import { ScenarioReader } from '../../scenario/index.ts';
import { type Goal, shortestPath } from '../../search/path.ts';
import { command } from '../command.ts';
import { json, system } from '../options.ts';
import { systemNamed, usual } from '../systems.ts';

export default command({
  summary: 'find the shortest scenario to some statuses, or to a code',
  arguments: [
    {
      name: 'ENTITY',
      says: 'a kind of entity (default: one that has the phases, or the rule)',
      optional: true,
    },
    {
      name: 'PHASE:STATUS',
      says: 'statuses that it is to have at the same time; null for a phase that has not run',
      optional: true,
      many: true,
    },
  ],
  options: {
    system: system(usual),
    code: { value: 'CODE', says: 'the code with which a command is to be refused' },
    json,
  },
  notes: [
    'Every situation that is fewer lines away was visited, so that no scenario is shorter in the space of the entity ' +
      '(see lifecycle explore). It begins with given ready, one line for the usual opening, where that is shorter. The ' +
      'scenario was run before it is printed. The exit status is 1 where there is none.',
  ],
  examples: [
    { run: "lifecycle path job 'SCAN:FAILED' 'DATA_SYNC:PAUSED'", says: 'two statuses at the same time' },
    { run: 'lifecycle path job --code 671 | lifecycle simulate', says: 'to a refusal, and run' },
  ],
  async run({ options, args }, { out, complain }) {
    const chosen = await systemNamed(options.system ?? usual);
    const named = args[0] !== undefined && !args[0].includes(':') ? args[0] : undefined;
    const wanted = args.slice(named === undefined ? 0 : 1).map(partsOf);
    if (wanted.length > 0 === (options.code !== undefined)) {
      throw new Complaint(
        wanted.length > 0 ? 'statuses and --code exclude each other' : 'missing PHASE:STATUS or --code',
      );
    }
    if (named !== undefined && !Object.hasOwn(chosen.entities, named)) {
      const kinds = Object.keys(chosen.entities);
      throw unknown('entity', named, kinds, `it is one of ${kinds.join(', ')}`);
    }
    const kinds = named === undefined ? kindsWith(chosen, wanted, options.code) : [named];
    const reader = new ScenarioReader(chosen);
    let path: ReturnType<typeof shortestPath>;
    let kind = '';
    for (kind of kinds) {
      const lifecycle = chosen.entities[kind] as Lifecycle;
      const goal =
        options.code === undefined ? statusesOf(lifecycle, wanted) : { code: codeOf(lifecycle, options.code) };
      path = shortestPath(chosen, kind, goal, (line) => reader.line(line));
      if (path !== undefined && path !== 'unproven') break;
    }
    const found = typeof path === 'object' ? path : undefined;
    if (options.json) {
      const { lines = null, before = 0, situations = null } = found ?? {};
      out.write(`${JSON.stringify({ system: chosen.name, entity: kind, scenario: lines, before, situations })}\n`);
    } else if (found) out.write(`${found.lines.join('\n')}\n`);
    await out.flush();
    if (found) return 0;
    if (!options.json) complain(`lifecycle path: ${path === 'unproven' ? UNPROVEN : NONE}`);
    return 1;
  },
});

const NONE = 'no situation of the entity is so; run lifecycle explore to see which statuses are reached';
const UNPROVEN = 'there is a path, but only where the world outside is as the facts usually are; run lifecycle explain';

type Wanted = readonly [phase: string, status: string];

function partsOf(text: string): Wanted {
  const [phase, status, ...rest] = text.split(':');
  if (!phase || !status || rest.length > 0) throw new Complaint(`"${text}" is no PHASE:STATUS`);
  return [phase, status];
}

/** The kinds that have all of the phases, or a rule that gives the code; the first that leads there is taken. */
function kindsWith({ entities }: System, wanted: readonly Wanted[], code: string | undefined): string[] {
  const has = (lifecycle: Lifecycle): boolean =>
    code === undefined
      ? wanted.every(([phase]) => Object.hasOwn(lifecycle.chart.states, phase))
      : codesOf(lifecycle).includes(code);
  const kinds = Object.keys(entities).filter((kind) => has(entities[kind] as Lifecycle));
  if (kinds.length > 0) return kinds;
  throw new Complaint(
    code === undefined ? 'no entity has all of these phases' : `no rule refuses a command with ${code}`,
    code === undefined ? undefined : 'run lifecycle explain for what gives it',
  );
}

const codesOf = ({ rules }: Lifecycle): string[] =>
  Object.values(rules).flatMap((list) => list.filter(isRefusal).map(({ code }) => String(code)));

function codeOf(lifecycle: Lifecycle, asked: string): Extract<Goal, { code: unknown }>['code'] {
  const codes = codesOf(lifecycle);
  if (!codes.includes(asked)) throw unknown('code', asked, codes, `no rule of ${lifecycle.kind} gives it`);
  return /^\d+$/.test(asked) ? Number(asked) : asked;
}

function statusesOf({ chart }: Lifecycle, wanted: readonly Wanted[]): Goal {
  const phases = Object.keys(chart.states).filter(isPhase);
  const statuses: Record<string, string | null> = {};
  for (const [phase, status] of wanted) {
    if (!phases.includes(phase)) throw unknown('phase', phase, phases, `it is one of ${phases.join(', ')}`);
    const states = Object.keys(chart.states[phase]?.states ?? {});
    if (!states.includes(stateOf(statusOf(status)))) {
      throw unknown('status', status, states, `${phase} is one of ${states.join(', ')}`);
    }
    if (Object.hasOwn(statuses, phase)) throw new Complaint(`${phase} cannot have two statuses at the same time`);
    statuses[phase] = statusOf(status);
  }
  return { statuses };
}

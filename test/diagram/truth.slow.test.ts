import { beforeAll, expect, describe as group, test } from 'vitest';
import { answersOf } from '../../machines/shipped.ts';
import { truthOf } from '../../src/condition/truth.ts';
import { sceneOf } from '../../src/diagram/draw.ts';
import { type Scene, SEPARATOR } from '../../src/diagram/scene.ts';
import { judge } from '../../src/engine/judge.ts';
import { Simulator } from '../../src/engine/simulate.ts';
import { groupedBy } from '../../src/model/grouped.ts';
import {
  isPhase,
  isRefusal,
  type Lifecycle,
  movesOf,
  type Occurrences,
  type Refusal,
  type System,
  statusOf,
  type Transition,
} from '../../src/model/index.ts';
import { occurrencesIn } from '../../src/reach/occurrences.ts';
import { Query } from '../../src/reach/query.ts';
import { reachFrom } from '../../src/reach/reachability.ts';
import type { EntityAnswers } from '../../src/reach/shipped.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { Watched } from '../../src/session/watched.ts';
import { readGolden } from '../golden/scenarios.ts';
import { reader } from '../reach/reader.ts';
import { queryOf } from '../reach/shipped.ts';
import { all, sourcesOf } from './subjects.ts';

// A law: a picture shows exactly what is reachable.

const entities = all.flatMap((system) =>
  Object.values(system.entities).map((lifecycle) => ({
    name: `${system.name} ${lifecycle.kind}`,
    system,
    lifecycle,
  })),
);
/** Everything that is reachable. For a job, which takes half a minute, it is shipped: test/reach/job.slow.test.ts checks that. */
async function reachedIn(system: System, kind: string): Promise<Query> {
  if (kind !== 'job') return queryOf(system, kind);
  const { entities: shipped } = await answersOf('egnyte');
  return new Query(reachFrom(system, kind, shipped[kind] as EntityAnswers), system, kind, reader(system));
}

group.each(entities)('$name', ({ system, lifecycle }) => {
  const regions = Object.keys(lifecycle.chart.states);

  let query: Query;
  let occurring: Occurrences;
  beforeAll(async () => {
    query = await reachedIn(system, lifecycle.kind);
    occurring = await sourcesOf(system).occurring(lifecycle.kind);
  }, 120_000);

  test('the data shipped for its pictures is what is reachable', () => {
    expect(occurrencesIn(query)).toEqual(occurring);
  });

  test.each(regions)(
    'the arrows of %s are those that are taken, from the states that they are taken from',
    async (phase) => {
      const scene = await sceneOf(system, { view: 'states', entity: lifecycle.kind, phase }, sourcesOf(system));
      expect(arrowsOf(scene)).toEqual(takenIn(lifecycle, phase, occurring));
    },
  );

  test.each(regions)('the badges of %s list the codes that are given because of its states', async (phase) => {
    const scene = await sceneOf(system, { view: 'states', entity: lifecycle.kind, phase }, sourcesOf(system));
    expect(badgesOf(scene)).toEqual(refusedIn(lifecycle, phase, occurring));
  });

  test('the picture of the whole has the arrows and badges of its phases, and names what it leaves out', async () => {
    const scene = await sceneOf(system, { view: 'states', entity: lifecycle.kind }, sourcesOf(system));
    const phases = regions.filter(isPhase);
    const drawn = phases.length > 0 ? phases : regions;
    expect(arrowsOf(scene)).toEqual(drawn.flatMap((phase) => takenIn(lifecycle, phase, occurring)).sort());
    expect(badgesOf(scene)).toEqual(Object.assign({}, ...drawn.map((phase) => refusedIn(lifecycle, phase, occurring))));
    const below = (scene.labels.at(-1)?.lines ?? []).map(({ text }) => text).join(' ');
    const rest = regions.filter((region) => !drawn.includes(region));
    if (rest.length > 0) expect(below).toContain(`Also kept, and not drawn: ${rest.join(', ')}.`);
  });

  const views = regions.some(isPhase) ? ['lifecycle'] : [];
  test.each(views)('the picture of the %s has the arrows of all phases', async () => {
    const scene = await sceneOf(system, { view: 'lifecycle', entity: lifecycle.kind }, sourcesOf(system));
    const families = groupedBy(
      scene.edges.filter(({ data }) => data),
      ({ data }) => data?.phase ?? '',
    );
    for (const [names, edges] of families) {
      const taken = names.split(SEPARATOR).flatMap((phase) => takenIn(lifecycle, phase, occurring));
      expect([names, [...new Set(arrowsOf({ edges }))]]).toEqual([names, [...new Set(taken)].sort()]);
    }
    const moving = regions.filter((phase) => isPhase(phase) && takenIn(lifecycle, phase, occurring).length > 0);
    expect([...families.keys()].flatMap((names) => names.split(SEPARATOR)).sort()).toEqual(moving.sort());
  });

  test('an arrow of a command leaves only statuses in which the command can be accepted', () => {
    for (const [region, events] of Object.entries(occurring.taken))
      for (const [event, states] of Object.entries(events))
        for (const state of Object.keys(states))
          if (Object.hasOwn(lifecycle.commands, event)) {
            const here = query.all.where({ [region]: statusOf(state) });
            // A command with parameters that count may be accepted in another form than its plainest.
            const plain = lifecycle.commands[event]?.params === undefined;
            expect([
              region,
              state,
              event,
              here.any && (!plain || here.answers(event).some(({ accepted }) => accepted)),
            ]).toEqual([region, state, event, true]);
          }
  });
});

group.each(all.map((system) => ({ name: system.name, system })))('$name in real worlds', ({ system }) => {
  const scenarios = Object.values(readGolden(system)).flatMap((found) => (found ? [found.scenario] : []));

  test('takes no transition that is not drawn', async () => {
    const missing = new Set<string>();
    for (const lines of scenarios) {
      const run = new Watched(system, 'golden');
      for (const step of readScenario(system, lines.join('\n'))) run.take(step);
      for (const { entity, region, from, event } of run.moves) {
        const kind = entity.split(':')[0] as string;
        const { taken } = await sourcesOf(system).occurring(kind);
        if (!taken[region]?.[event]?.[from]) missing.add(`${kind} ${region} ${from} ${event}`);
      }
    }
    expect([...missing]).toEqual([]);
  });

  test('gives no code because of a status without that code on its badge', async () => {
    const missing = new Set<string>();
    for (const lines of scenarios) {
      const simulator = new Simulator(system);
      for (const step of readScenario(system, lines.join('\n'))) {
        if ('kind' in step && Object.hasOwn(system.entities[step.kind]?.rules ?? {}, step.type)) {
          const lifecycle = system.entities[step.kind] as Lifecycle;
          const { rule } = judge(simulator.world, step);
          const { refused } = await sourcesOf(system).occurring(step.kind);
          const entity = simulator.world.peek(step.kind, step.id);
          // Another form of a command than its plainest may meet other gates.
          const plain = Object.keys(step.params).length === 0;
          for (const [region, { states }] of Object.entries(lifecycle.chart.states)) {
            const state = entity.state(region);
            const decides = Object.keys(states).some(
              (other) =>
                rule && truthOf(rule.when, (name) => (name === region ? [statusOf(other)] : undefined)) === false,
            );
            if (!rule || !isRefusal(rule) || !decides || !plain) continue;
            const place = lifecycle.rules[step.type]?.indexOf(rule) ?? -1;
            if (!refused[region]?.[state]?.[step.type]?.gates.includes(place))
              missing.add(`${step.kind} ${region} ${state} ${step.type} ${rule.gate}`);
          }
        }
        simulator.run(step);
      }
    }
    expect([...missing]).toEqual([]);
  });
});

const arrowsOf = ({ edges }: Pick<Scene, 'edges'>): string[] =>
  edges
    .flatMap(({ data }) => {
      const { from = '', event = '', to = '' } = data ?? {};
      return data
        ? from.split(SEPARATOR).flatMap((state) => event.split(SEPARATOR).map((each) => `${state} ${each} ${to}`))
        : [];
    })
    .sort();

/** The transitions that occur, read from the data without the code that pictures use. */
function takenIn({ chart }: Lifecycle, name: string, { taken }: Occurrences): string[] {
  const region = chart.states[name] as Lifecycle['chart']['states'][string];
  const arrows = Object.entries(taken[name] ?? {}).flatMap(([event, states]) =>
    Object.entries(states).flatMap(([from, places]) => {
      const [, delay = ''] = event.match(/^after (\S+) /) ?? [];
      const node = region.states[from];
      const own = [...movesOf(node?.on, event), ...movesOf(node?.after, delay)];
      return places.flatMap((place) => {
        const [, stars = '', digits = ''] = place.match(/^(\**)(\d+)$/) ?? [];
        const moves: readonly Transition[] =
          [own, movesOf(region.on, event), movesOf(chart.on, event)][stars.length] ?? [];
        const { target, reenter } = moves[Number(digits)] ?? {};
        const to = stars === '**' ? target?.split('.')[1] : target;
        const leads = to !== undefined && (to !== from || stars !== '' || reenter === true);
        return leads ? [`${from} ${event} ${to}`] : [];
      });
    }),
  );
  return [...new Set(arrows)].sort();
}

const badgesOf = ({ boxes }: Scene): Record<string, string[]> =>
  Object.fromEntries(
    boxes.flatMap(({ parent, data }) =>
      data?.refuses ? [[parent as string, data.refuses.split('|').sort()] as const] : [],
    ),
  );

function refusedIn({ rules }: Lifecycle, name: string, { refused }: Occurrences): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(refused[name] ?? {}).map(([state, commands]) => {
      const codes = Object.entries(commands).flatMap(([command, { gates }]) =>
        gates.map((place) => String(((rules[command] as readonly Refusal[])[place] as Refusal).code)),
      );
      return [`${name}.${state}`, [...new Set(codes)].sort()];
    }),
  );
}

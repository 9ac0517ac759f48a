import { fold, type NameTest } from '../../src/condition/walk.ts';
import { compile } from '../../src/engine/compile.ts';
import { transitionsOf } from '../../src/engine/where-used.ts';
import {
  type Condition,
  type Handlers,
  isPhase,
  isRefusal,
  type Lifecycle,
  movesOf,
  NOT_RUN,
  type Region,
  type System,
} from '../../src/model/index.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';

/**
 * What can be said of a system's data without running it. Each law gives its findings in words: none where it holds.
 * The numbers are those of the laws for every lifecycle.
 */
export const statements: { readonly [law: string]: (system: System) => string[] } = {
  '1: every refusal gives a code of the catalogue': (system) =>
    each(system, ({ kind, rules }) =>
      Object.entries(rules).flatMap(([command, list]) =>
        list
          .filter((rule) => isRefusal(rule) && !has(system, rule.code))
          .map((rule) => `${kind} ${command} ${rule.gate}: code unknown`),
      ),
    ),

  '1: every command has its rules, and every rule a command': (system) =>
    each(system, ({ kind, rules, commands }) =>
      Object.keys(rules)
        .filter((command) => !Object.hasOwn(commands, command))
        .map((command) => `${kind} has rules for ${command}, no command`),
    ),

  '4: from every status that is not an end some event leads on': (system) =>
    each(system, ({ kind, chart }) =>
      Object.entries(chart.states).flatMap(([name, region]) =>
        deadEnds(region)
          .filter(() => isPhase(name) && !startsAfresh(chart.on))
          .map((state) => `${kind} ${name}.${state} leads nowhere and is not marked as an end`),
      ),
    ),

  '5: phases and charts have the same statuses': (system) =>
    each(system, ({ kind, chart, phases }) =>
      Object.entries(chart.states)
        .filter(([name]) => isPhase(name))
        .flatMap(([name, region]) => {
          const stated = Object.keys(phases[name] ?? {});
          const drawn = Object.keys(region.states).filter((state) => state !== NOT_RUN);
          return [
            ...stated
              .filter((status) => !drawn.includes(status))
              .map((status) => `${kind} ${name}.${status} is in no chart`),
            ...drawn
              .filter((status) => !stated.includes(status))
              .map((status) => `${kind} ${name}.${status} has no code stated`),
          ];
        }),
    ),

  "5: every status's code is a row of the catalogue": (system) =>
    each(system, ({ kind, phases }) =>
      Object.entries(phases).flatMap(([name, statuses]) =>
        Object.entries(statuses)
          .filter(([, code]) => code !== null && !has(system, code))
          .map(([status, code]) => `${kind} ${name}.${status}: ${code} is in no row`),
      ),
    ),

  '3: a row says why it is never given where it is informational, and only there': ({ codes }) =>
    codes.flatMap(({ code, kind, why }) => {
      const never = kind === 'informational';
      if (never === (why !== undefined)) return [];
      return [never ? `row ${code} does not say why` : `row ${code} is ${kind} and says why it is never given`];
    }),

  '3: an alias is neither the code nor the name of a row': ({ codes }) =>
    codes.flatMap(({ code, also = [] }) =>
      also
        .filter((alias) => codes.some((row) => [String(row.code), row.name].includes(alias.name)))
        .map((alias) => `row ${code}: ${alias.name} is a row of its own`),
    ),

  '5: a mark for what was read or run names its version': ({ marks }) =>
    (['F', 'O'] as const).flatMap((mark) => {
      const inspected = marks[mark];
      return inspected && !/\d/.test(inspected.version) ? [`${mark} ${inspected.says} no version`] : [];
    }),

  '5: every rule and every row carries a source mark of its system': (system) => [
    ...system.codes.filter(({ mark }) => !system.marks[mark]).map(({ code, mark }) => `row ${code}: mark ${mark}`),
    ...each(system, ({ kind, rules }) =>
      Object.values(rules).flatMap((list) =>
        list.filter(({ mark }) => !system.marks[mark]).map(({ gate, mark }) => `${kind} ${gate}: mark ${mark}`),
      ),
    ),
  ],

  'charts: every condition names a region, a fact or a parameter, and every target is there': (system) =>
    each(system, (lifecycle) => {
      try {
        const compiled = compile(lifecycle, new Set());
        for (const { event } of transitionsOf(lifecycle.chart)) compiled.reactions.get(event);
        for (const event of eventsOf(lifecycle)) compiled.reactions.get(event);
        for (const command of Object.keys(lifecycle.rules)) compiled.rules.get(command);
        for (const name of Object.keys(lifecycle.is)) compiled.is.get(name);
        return [];
      } catch (error) {
        return [String(error)];
      }
    }),

  'systems: entities stand under their kinds, and links pass on what their kind raises': (system) => [
    ...Object.entries(system.entities)
      .filter(([key, { kind }]) => key !== kind)
      .map(([key, { kind }]) => `${kind} stands under ${key}`),
    ...system.links.flatMap(({ from, signals }) =>
      signals
        .filter((signal) => !raises(system.entities[from], signal))
        .map((signal) => `${from} never says ${signal}`),
    ),
  ],

  'systems: every line that the data holds can be read': (system) => {
    const reader = new ScenarioReader(system);
    const facts = Object.values(system.entities).flatMap((each) => [
      ...Object.values(each.facts).flatMap(({ changedBy = [] }) => changedBy),
      ...Object.values(each.internal ?? {}).flatMap(({ causedBy }) => causedBy),
    ]);
    const lines = [...system.ready, ...system.searchHints, ...(system.faults ?? []).map(({ arm }) => arm), ...facts];
    return lines
      .flatMap((entry) => entry.split('\n'))
      .flatMap((line) => {
        try {
          reader.line(line);
          return [];
        } catch (error) {
          return [String(error)];
        }
      });
  },

  'charts: named conditions speak of regions alone': (system) =>
    each(system, (lifecycle) =>
      Object.entries(lifecycle.is).flatMap(([name, condition]) =>
        factsIn(condition, lifecycle, true).map((fact) => `${lifecycle.kind} ${name} asks the fact ${fact.name}`),
      ),
    ),

  'charts: ids have no dots': (system) =>
    each(system, ({ chart }) => (chart.id.includes('.') ? [`${chart.id} has a dot`] : [])),

  'charts: every event is a command, a report, internal, or a signal that somebody raises': (system) =>
    each(system, (lifecycle) =>
      eventsOf(lifecycle)
        .filter((event) => !isKnown(system, lifecycle, event))
        .map((event) => `${lifecycle.kind} listens for ${event}`),
    ),

  'charts: every action is an effect, and every delay has a length': (system) =>
    each(system, ({ kind, chart }) => {
      const handlers = [chart.on, ...Object.values(chart.states).flatMap((region) => handlersOf(region))];
      const actions = handlers.flatMap((on) =>
        Object.keys(on ?? {}).flatMap((event) => movesOf(on, event).flatMap((move) => move.actions ?? [])),
      );
      const delays = Object.values(chart.states).flatMap(({ states }) =>
        Object.values(states).flatMap(({ after }) => Object.keys(after ?? {})),
      );
      return [
        ...actions
          .filter((action) => !Object.hasOwn(system.effects, action))
          .map((action) => `${kind}: no effect ${action}`),
        ...delays
          .filter((delay) => !/^\d+[smhd]?$/.test(delay) && !Object.hasOwn(system.delays, delay))
          .map((delay) => `${kind}: no delay ${delay}`),
      ];
    }),

  'facts: the usual value is one of the values, and each that a condition names reads as a sentence': (system) =>
    each(system, (lifecycle) => [
      ...Object.entries(lifecycle.facts)
        .filter(([, fact]) => !fact.values.includes(fact.usual))
        .map(([name]) => `${lifecycle.kind} ${name} is usually what it never is`),
      ...Object.values(lifecycle.rules)
        .flat()
        .flatMap(({ when }) => factsIn(when, lifecycle))
        .filter(({ name, values }) => {
          const { says = {} } = lifecycle.facts[name] ?? {};
          return values.some((value) => says[String(value)] === undefined && typeof lifecycle.words[name] !== 'object');
        })
        .map(({ name, values }) => `${lifecycle.kind} ${name} has no words for ${values.join(', ')}`),
    ]),
};

const each = (system: System, law: (lifecycle: Lifecycle) => string[]): string[] =>
  Object.values(system.entities).flatMap(law);

const has = (system: System, code: unknown): boolean => system.codes.some((row) => row.code === code);

const startsAfresh = (on: Handlers | undefined): boolean =>
  Object.keys(on ?? {}).some((event) => movesOf(on, event).some(({ target }) => target));

const handlersOf = (region: Region): (Handlers | undefined)[] => [
  region.on,
  ...Object.values(region.states).flatMap(({ on, after }) => [on, after]),
];

/** States that nothing leads out of; where an event leads on from everywhere, none. */
function deadEnds(region: Region): string[] {
  const states = Object.entries(region.states);
  const leads = (on: Handlers | undefined, from: string): boolean =>
    Object.keys(on ?? {}).some((event) =>
      movesOf(on, event).some(({ target }) => target !== undefined && target !== from),
    );
  return states
    .filter(
      ([state, { on, after, end }]) => !end && !leads(on, state) && !leads(after, state) && !leads(region.on, state),
    )
    .map(([state]) => state);
}

function eventsOf({ chart }: Lifecycle): string[] {
  const regions = Object.values(chart.states);
  const inStates = regions.flatMap((region) => Object.values(region.states).flatMap(({ on }) => Object.keys(on ?? {})));
  return [...Object.keys(chart.on ?? {}), ...regions.flatMap(({ on }) => Object.keys(on ?? {})), ...inStates];
}

function isKnown(system: System, lifecycle: Lifecycle, event: string): boolean {
  const { commands, reports, internal = {} } = lifecycle;
  if ([commands, reports, internal].some((events) => Object.hasOwn(events, event))) return true;
  const linked = system.links.filter(({ signals }) => signals.includes(event)).map(({ from }) => system.entities[from]);
  return [lifecycle, ...linked].some((each) => raises(each, event));
}

/** Whether the entity has the state that the signal says was entered or left. */
function raises(lifecycle: Lifecycle | undefined, signal: string): boolean {
  const parts = /^(?:entered|left) ([^.]+)\.(.+)$/.exec(signal);
  return parts !== null && lifecycle?.chart.states[parts[1] ?? '']?.states[parts[2] ?? ''] !== undefined;
}

/** The facts that a condition wants to be something; with `all`, also within what is called by a name, and negated. */
function factsIn(
  condition: Condition,
  lifecycle: Lifecycle,
  all = false,
): { name: string; values: readonly unknown[] }[] {
  const { chart, facts } = lifecycle;
  const isFact = (name: string): boolean => !Object.hasOwn(chart.states, name) && Object.hasOwn(facts, name);
  const inside = (parts: readonly NameTest[][], called?: string) => (all || called === undefined ? parts.flat() : []);
  return fold<NameTest[]>(condition, {
    name: (asked) => ((all || !asked.negated) && isFact(asked.name) ? [asked] : []),
    all: inside,
    any: inside,
    none: inside,
  });
}

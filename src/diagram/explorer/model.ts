import {
  type Code,
  type Condition,
  catalogueName,
  isRefusal,
  kept,
  type Lifecycle,
  type Occurrences,
  type Refusal,
  type System,
} from '../../model/index.ts';
import type { Choices } from '../choices.ts';
import type { Scene } from '../scene.ts';
import type { Sketch, SketchRegion, SketchState, TransitionKind } from '../sketch.ts';
import { stateId } from '../state.ts';
import { paintedId } from '../svg.ts';
import type { TracedWay } from '../trace.ts';

/** The data of a picture to explore, besides its SVG. */
export interface ExplorerData {
  /** The kind of each event, by its name in the chart. */
  readonly kinds: { readonly [event: string]: TransitionKind };
  /** By the state's id in the picture. */
  readonly states: { readonly [id: string]: ExploredState };
  /** All gates that refuse because of a state, without duplicates. */
  readonly gates: readonly ExploredGate[];
  /** The ids of arrows that end at a note, with the ids of the notes. */
  readonly notes: readonly (readonly [arrow: string, note: string])[];
  readonly way?: ExploredWay;
}

export interface ExploredState {
  readonly title: string;
  /** The meaning of its code in the vendor's table. */
  readonly means?: string;
  readonly notes: readonly string[];
  readonly refusals: readonly ExploredRefusal[];
}

/** The index of a gate, and the commands that it refuses here in every situation, and in some. */
type ExploredRefusal = readonly [gate: number, always: readonly string[], sometimes: readonly string[]];

export interface ExploredGate {
  readonly code: Code;
  readonly name: string;
  readonly reason: string;
  readonly mark: string;
}

/** The path of a scenario through the picture. */
export interface ExploredWay {
  readonly entity: string;
  /** The initial state of each region. */
  readonly start: { readonly [region: string]: string };
  readonly steps: TracedWay['steps'];
}

interface Explorable {
  readonly system: System;
  readonly lifecycle: Lifecycle;
  readonly sketch: Sketch;
  readonly scene: Scene;
  readonly occurring: Occurrences;
  readonly says: (condition: Condition, lifecycle: Lifecycle) => string;
  readonly way?: TracedWay;
  readonly choices: Choices;
}

export function exploredOf(of: Explorable): ExplorerData {
  const { sketch, scene, way, system, choices } = of;
  const painted = (id: string): string => paintedId(`${choices.idPrefix ?? ''}${id}`);
  const gates: Gates = new Map();
  const means = new Map(system.codes.map(({ code, name, meaning }) => [code, `${name}. ${meaning}`]));
  const drawn = new Set(scene.boxes.map(({ id }) => id));
  const states = sketch.regions.flatMap((region) =>
    region.states.flatMap((state): [string, ExploredState][] => {
      const id = stateId(region, state.id);
      if (!drawn.has(id)) return [];
      const meaning = state.code === null ? undefined : means.get(state.code);
      return [
        [
          id,
          {
            title: `${region.id} ${state.title}${state.code === null ? '' : ` ${state.code}`}`,
            ...(meaning === undefined ? {} : { means: meaning }),
            notes: [
              ...(state.reached ? [] : ['No situation with it can be reached.']),
              ...(state.end ? ['Nothing is meant to lead on from here.'] : []),
            ],
            refusals: refusalsIn(of, region, state, gates),
          },
        ],
      ];
    }),
  );
  const beside = new Set(scene.boxes.filter(({ look }) => look === 'any').map(({ id }) => id));
  return {
    kinds: Object.fromEntries(
      sketch.regions.flatMap(({ transitions }) => transitions.map(({ event, kind }) => [event, kind])),
    ),
    states: Object.fromEntries(states),
    gates: [...gates.values()].map(({ gate }) => gate),
    notes: scene.edges.flatMap(({ id, from, to }) =>
      [from, to].filter((end) => beside.has(end)).map((end) => [painted(id), painted(end)] as const),
    ),
    ...(way && {
      way: {
        entity: way.entity,
        start: Object.fromEntries(sketch.regions.map(({ id, initial }) => [id, initial])),
        steps: way.steps,
      },
    }),
  };
}

type Gates = Map<string, { readonly at: number; readonly gate: ExploredGate }>;

function refusalsIn(of: Explorable, { id }: SketchRegion, state: SketchState, gates: Gates): ExploredRefusal[] {
  const found = new Map<number, { always: string[]; sometimes: string[] }>();
  for (const { command } of state.refusals) {
    const { gates: places = [], always = false } = of.occurring.refused[id]?.[state.id]?.[command] ?? {};
    for (const place of places) {
      const rule = of.lifecycle.rules[command]?.[place];
      if (!rule || !isRefusal(rule)) continue;
      const at = placeOf(gates, gateOf(of, rule));
      const commands = kept(found, at, () => ({ always: [], sometimes: [] }));
      // With several gates, each one decides only in some situations.
      commands[always && places.length === 1 ? 'always' : 'sometimes'].push(command);
    }
  }
  return [...found].map(([at, { always, sometimes }]) => [at, always, sometimes]);
}

function gateOf({ system, lifecycle, says }: Explorable, { code, mark, when }: Refusal): ExploredGate {
  return {
    code,
    name: catalogueName(system, code),
    reason: says(when, lifecycle),
    mark,
  };
}

function placeOf(gates: Gates, gate: ExploredGate): number {
  const key = JSON.stringify(gate);
  const { at } = gates.get(key) ?? { at: gates.size };
  gates.set(key, { at, gate });
  return at;
}

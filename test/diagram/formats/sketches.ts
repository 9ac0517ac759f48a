import { edgesOf, noteOf } from '../../../src/diagram/export/edges.ts';
import type { Sketch } from '../../../src/diagram/sketch.ts';
import { isPhase } from '../../../src/model/index.ts';
import { sketchIn } from '../subjects.ts';
import { hostile } from './hostile.ts';
import { subjects } from './machines.ts';

/** A sketch by name, and how much of it a tool has to see. */
export interface Drawn {
  readonly name: string;
  readonly sketch: Sketch;
  readonly states: number;
  /** States that have a note. */
  readonly notes: number;
  /** Arrows from state to state: those between the same two are one. */
  readonly arrows: number;
  /** States in which a region is meant to end. */
  readonly ends: number;
}

const drawn = (name: string, sketch: Sketch): Drawn => {
  const { regions } = sketch;
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  return {
    name,
    sketch,
    states: sum(regions.map((region) => region.states.length)),
    notes: sum(regions.map(({ states }) => states.filter((state) => noteOf(state).length > 0).length)),
    arrows: sum(regions.map((region) => edgesOf(region).length)),
    ends: sum(regions.map(({ states }) => states.filter(({ end }) => end).length)),
  };
};

const all = [...subjects, hostile];

/** Every machine of every system, and one whose labels are hostile. */
export const wholes: readonly Drawn[] = await Promise.all(
  all.map(async ({ name, system, lifecycle }) => drawn(name, await sketchIn(system, lifecycle.kind))),
);

/** That of the hostile labels, the last of them. */
export const { sketch: hostileSketch } = wholes.at(-1) as Drawn;

/** Every phase of every machine by itself. */
export const phases: readonly Drawn[] = await Promise.all(
  all.flatMap(({ name, system, lifecycle }) =>
    Object.keys(lifecycle.chart.states)
      .filter(isPhase)
      .map(async (phase) => drawn(`${name} ${phase}`, await sketchIn(system, lifecycle.kind, phase))),
  ),
);

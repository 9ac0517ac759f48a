import { ANY, type Sketch, type SketchRegion } from '../sketch.ts';
import { ANY_STATE, captionOf, edgesOf, leadsFromAny } from './edges.ts';
import { Ids } from './ids.ts';

const WORDS =
  'state note end as left right top bottom of on up down hide show scale title header footer legend skinparam fork join choice json map frame concurrent if else endif while repeat return';

/** Whatever might mean something to PlantUML, or be taken for markup, is written as the number of its character. */
const text = (said: string): string =>
  said.replaceAll(/[^\p{L}\p{N} .,()$:=+_…/|[\]-]|(?<=[-_:=/|[\]])[-_:=/|[\]]/gu, (it) => {
    return `<U+${(it.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
  });
const lines = (said: readonly string[]): string => said.map((line) => text(line.replaceAll(/\s+/g, ' '))).join('\\n');

/** A sketch as a state diagram of PlantUML: regions are concurrent, their states in them. */
export function plantuml(sketch: Sketch): string {
  const ids = new Ids(/[A-Za-z0-9_]/, WORDS.split(' '));
  const [only] = sketch.regions;
  const regions = sketch.regions.map((region) => regionOf(ids, region));
  const body =
    sketch.regions.length === 1 && only
      ? statesOf(ids, only)
      : [
          `state "${text(sketch.title)}" as ${ids.of(sketch.id, 'root')} {`,
          ...regions.flatMap((block, index) => [...(index === 0 ? [] : ['--']), ...block]).map(indent),
          '}',
        ];
  return ['@startuml', 'hide empty description', ...body, '@enduml', ''].join('\n');
}

const indent = (line: string): string => `  ${line}`;

function regionOf(ids: Ids, region: SketchRegion): string[] {
  const id = ids.of(region.id, `region ${region.id}`);
  return [`state "${text(region.title)}" as ${id} {`, ...statesOf(ids, region).map(indent), '}'];
}

function statesOf(ids: Ids, region: SketchRegion): string[] {
  const idOf = (state: string): string => ids.of(`${region.id}_${state}`, `state ${region.id} ${state}`);
  const any = ids.of(`${region.id}_any`, `any ${region.id}`);
  return [
    ...region.states.map((state) => `state "${lines(captionOf(state))}" as ${idOf(state.id)}`),
    ...(leadsFromAny(region) ? [`state "${ANY_STATE}" as ${any} #line.dashed`] : []),
    `[*] --> ${idOf(region.initial)}`,
    ...edgesOf(region).map(
      ({ from, to, lines: said }) => `${from === ANY ? any : idOf(from)} --> ${idOf(to)} : ${lines(said)}`,
    ),
    ...region.states.filter(({ end }) => end).map(({ id }) => `${idOf(id)} --> [*]`),
  ];
}

import { ANY, type Sketch, type SketchRegion } from '../sketch.ts';
import { ANY_STATE, captionOf, edgesOf, leadsFromAny } from './edges.ts';
import { Ids } from './ids.ts';

const WORDS =
  'state note end class classdef style as click direction default root hide scale fork join choice acctitle accdescr';

/** Mermaid reads labels as Markdown: what would be emphasis there has a backslash before it. */
const plain = (said: string): string => said.replaceAll(/[*`~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');

/** Whatever might mean something to Mermaid is written as the number of its character. */
const text = (said: string): string =>
  plain(said.replaceAll(/\s/g, ' ')).replaceAll(/[^\p{L}\p{N} .,()$|=+]/gu, (it) => `#${it.codePointAt(0)};`);
const lines = (said: readonly string[]): string => said.map(text).join('<br/>');

/** A sketch as a `stateDiagram-v2` of Mermaid: regions are composite states side by side, their states in them. */
export function mermaid(sketch: Sketch): string {
  const ids = new Ids(/[A-Za-z0-9_]/, WORDS.split(' '));
  const regions = sketch.regions.map((region) => regionOf(ids, region));
  const [only] = sketch.regions;
  const body =
    sketch.regions.length === 1 && only
      ? statesOf(ids, only)
      : [
          `state "${text(sketch.title)}" as ${ids.of(sketch.id, 'root')} {`,
          ...regions.flatMap((block, index) => [...(index === 0 ? [] : ['--']), ...block]).map(indent),
          '}',
        ];
  return ['stateDiagram-v2', ...body.map(indent), ''].join('\n');
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
    ...(leadsFromAny(region) ? [`state "${ANY_STATE}" as ${any}`] : []),
    `[*] --> ${idOf(region.initial)}`,
    ...edgesOf(region).map(
      ({ from, to, lines: said }) => `${from === ANY ? any : idOf(from)} --> ${idOf(to)} : ${lines(said)}`,
    ),
    ...region.states.filter(({ end }) => end).map(({ id }) => `${idOf(id)} --> [*]`),
  ];
}

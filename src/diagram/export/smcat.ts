import type { Sketch, SketchRegion, SketchState } from '../sketch.ts';
import { captionOf, colours, edgesOf, noteOf } from './edges.ts';

/** A quoted text. Only quotes are escaped; a final backslash would escape the closing quote. */
const quoted = (text: string): string => `"${text.replaceAll('"', '\\"').replaceAll('\t', ' ').replace(/\\$/, '\\ ')}"`;
const lines = (said: readonly string[]): string => quoted(said.join('\n'));

/** A sketch in the language of state-machine-cat: the regions are the children of one parallel state. */
export function smcat(sketch: Sketch): string {
  const [only] = sketch.regions;
  if (sketch.regions.length === 1 && only) return `${body(only).join('\n')}\n`;
  const regions = sketch.regions.map((region) => {
    const inner = body(region).map((line) => `    ${line}`);
    return `  ${quoted(region.id)} [label=${quoted(region.id)} type=regular] {\n${inner.join('\n')}\n  }`;
  });
  return `${quoted(`${sketch.id} as a whole`)} [label=${quoted(sketch.title)} type=parallel] {\n${regions.join(',\n')};\n};\n`;
}

/** The states and transitions of a region. State types are explicit, so that names have no special meaning. */
function body(region: SketchRegion): string[] {
  const idOf = (state: string): string => quoted(`${region.id}.${state}`);
  const begin = quoted(`${region.id} begins`);
  const states = [
    `${begin} [type=initial]`,
    ...region.states.map(
      (state) =>
        `${noteBefore(state)}${idOf(state.id)} [label=${lines(captionOf(state))} type=${state.end ? 'final' : 'regular'}]`,
    ),
  ];
  return [
    ...states.map((state, index) => `${state}${index === states.length - 1 ? ';' : ','}`),
    `${begin} => ${idOf(region.initial)};`,
    ...edgesOf(region).map(
      ({ from, to, lines: said, kind }) =>
        `${idOf(from)} => ${idOf(to)} [color=${quoted(colours[kind])}]: ${lines(said)};`,
    ),
  ];
}

/** A note is written as a comment before the state. */
const noteBefore = (state: SketchState): string =>
  noteOf(state)
    .map((line) => `# ${line.replaceAll(/\s+/g, ' ')}\n`)
    .join('');

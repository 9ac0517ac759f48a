import type { Choices } from '../choices.ts';
import type { Sketch } from '../sketch.ts';
import { colours } from './edges.ts';
import { statementsOf } from './statements.ts';

const words =
  'state note end as left right top bottom of on up down hide show scale title header footer legend skinparam fork join choice json map frame concurrent if else endif while repeat return';

/** Writes characters with a meaning in PlantUML, or that could be markup, by their code points. */
const text = (said: string): string =>
  said.replaceAll(/[^\p{L}\p{N} .,()$:=+_…/|[\]-]|(?<=[-_:=/|[\]])[-_:=/|[\]]/gu, (it) => {
    return `<U+${(it.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
  });
const lines = (said: readonly string[]): string => said.map((line) => text(line.replaceAll(/\s+/g, ' '))).join('\\n');

/** A sketch as a PlantUML state diagram: regions are concurrent. */
export function plantuml(sketch: Sketch, { direction = 'down' }: Choices = {}): string {
  const statements = statementsOf(sketch, { words, text, lines, arrow: ({ kind }) => `-[${colours[kind]}]->` });
  return [
    '@startuml',
    'hide empty description',
    ...(direction === 'right' ? ['left to right direction'] : []),
    ...statements,
    '@enduml',
    '',
  ].join('\n');
}

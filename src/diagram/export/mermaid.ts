import type { Choices } from '../choices.ts';
import type { Sketch } from '../sketch.ts';
import { indented, statementsOf } from './statements.ts';

const words =
  'state note end class classdef style as click direction default root hide scale fork join choice acctitle accdescr';

/** Mermaid reads labels as Markdown: characters that would mark emphasis are escaped. */
const plain = (said: string): string => said.replaceAll(/[*`~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');

/** Writes characters with a meaning in Mermaid by their code points. */
const text = (said: string): string =>
  plain(said.replaceAll(/\s/g, ' ')).replaceAll(/[^\p{L}\p{N} .,()$|=+]/gu, (it) => `#${it.codePointAt(0)};`);
const lines = (said: readonly string[]): string => said.map(text).join('<br/>');

/** GitHub draws up to Mermaid's default limits. */
const MOST = { characters: 50_000, edges: 500 };

/** Which limit of GitHub a text exceeds, if any. */
export function beyondGithub(text: string): string | undefined {
  const edges = text.match(/^ *(\S+ --> |note right of )/gm)?.length ?? 0;
  if (text.length > MOST.characters) return `the text has ${text.length} characters, more than ${MOST.characters},`;
  return edges > MOST.edges ? `the text has ${edges} edges, more than ${MOST.edges},` : undefined;
}

/** A sketch as a Mermaid `stateDiagram-v2`: regions are parallel composite states. */
export function mermaid(sketch: Sketch, { direction = 'down' }: Choices = {}): string {
  const statements = statementsOf(sketch, { words, text, lines, arrow: () => '-->' });
  const all = direction === 'right' ? ['direction LR', ...statements] : statements;
  return ['stateDiagram-v2', ...all.map(indented), ''].join('\n');
}

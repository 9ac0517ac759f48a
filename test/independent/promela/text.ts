import { FALSE, TRUE } from './logic.ts';

/** A sequence of statements; each may have several lines. */
export type Block = readonly string[];

/** A statement under a condition. */
export interface Case {
  readonly when: string;
  readonly does: Block;
}

export const indent = (text: string): string => text.replaceAll(/^(?=.)/gm, '  ');

export const textOf = (block: Block): string => (block.length === 0 ? 'skip' : block.join(';\n'));

/** One of several exclusive cases, or nothing. */
export function oneOf(cases: readonly Case[]): Block {
  const possible = cases.filter(({ when, does }) => when !== FALSE && does.length > 0);
  const [first] = possible;
  if (!first) return [];
  if (first.when === TRUE) return first.does;
  const options = possible.map(({ when, does }) => `:: ${when} ->\n${indent(textOf(does))}`);
  return [`if\n${options.join('\n')}\n:: else\nfi`];
}

/**
 * Takes the elements of a queue in order; it may grow meanwhile. SPIN cannot leave a loop at the end of a `d_step`, so
 * a statement follows it.
 */
export function drain(queue: string, handle: Block): Block {
  if (handle.length === 0) return [];
  const body = textOf([...handle, `${queue}_at++`]);
  const loop = `do\n:: (${queue}_at < ${queue}_end) ->\n${indent(body)}\n:: else -> break\nod`;
  return [`${queue}_at = 0`, loop, `${queue}_at = 0`];
}

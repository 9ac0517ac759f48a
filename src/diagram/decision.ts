import {
  type Condition,
  catalogueName,
  isPass,
  isRefusal,
  type Lifecycle,
  markMeaning,
  type Rule,
  type System,
} from '../model/index.ts';
import type { Part } from './graph.ts';
import { textStyles } from './looks.ts';
import { page } from './page.ts';
import type { Box, BoxLook, Edge, Label, Line, Point, Scene, TextLook } from './scene.ts';
import { fitted, wrapped } from './text.ts';

const ASK = 380;
const ANSWER = 300;
const BETWEEN = 56;
const DOWN = 26;
const PAD = 10;
const LINE = 16;

/** The gates of a command as an ordered decision, from top to bottom: the first that holds decides. */
export function decisionScene(
  system: System,
  lifecycle: Lifecycle,
  command: string,
  says: (condition: Condition) => string,
): Scene {
  const id = `${lifecycle.kind}.${command}`;
  const rules = lifecycle.rules[command] ?? [];
  const begin = box(`${id}.asked`, 'any', 0, 0, ASK, [[`${lifecycle.kind} ${command}`, 'name']]);
  const boxes = [begin];
  const edges: Edge[] = [];
  const labels: Label[] = [];
  let above = begin;
  const goOn = (edge: string, below: Box): void => {
    const bottom = above.y + above.height;
    edges.push(straight(edge, above, below, { x: ASK / 2, y: bottom }, { x: ASK / 2, y: below.y }));
    if (above !== begin) labels.push(word('no', ASK / 2 + 6, bottom + 3, edge));
    above = below;
  };
  for (const [index, rule] of rules.entries()) {
    const name = `${id}.gate-${index + 1}`;
    const y = above.y + above.height + DOWN;
    const asked = box(name, 'step', 0, y, ASK, [
      [`${rule.gate}, mark ${rule.mark}`, 'faint'],
      ...linesOf(says(rule.when), 'small', ASK),
    ]);
    const [look, words] = answerOf(system, rule);
    const given = box(`${name}.answer`, look, ASK + BETWEEN, y, ANSWER, words);
    const height = Math.max(asked.height, given.height);
    const [gate, answer] = [asked, given].map((each) => ({ ...each, height })) as [Box, Box];
    boxes.push(gate, answer);
    goOn(`${name}.no`, gate);
    const middle = y + height / 2;
    edges.push(straight(`${name}.yes`, gate, answer, { x: ASK, y: middle }, { x: ASK + BETWEEN, y: middle }));
    labels.push(word('yes', ASK + 14, middle - 18, `${name}.yes`));
  }
  const end = box(`${id}.accepted`, 'accepts', 0, above.y + above.height + DOWN, ASK, [['accepted', 'name']]);
  boxes.push(end);
  goOn(`${id}.through`, end);
  const part: Part = {
    boxes,
    edges,
    labels,
    width: ASK + (rules.length > 0 ? BETWEEN + ANSWER : 0),
    height: end.y + end.height,
  };
  const marks = [...new Set(rules.map(({ mark }) => mark))].map(
    (mark) => `${mark}: ${markMeaning(system.marks, mark) ?? ''}`,
  );
  return page(
    {
      id: `${id}.refusals`,
      title: `${lifecycle.kind} ${command}`,
      caption: system.title,
      description: `The gates of ${lifecycle.kind} ${command} in the order in which they are asked; the first that holds answers.`,
      legend: [],
      notes: [`Asked from top to bottom; the first gate that holds answers.`, ...marks],
    },
    part,
  );
}

function answerOf(system: System, rule: Rule): [BoxLook, [string, TextLook][]] {
  if (isPass(rule)) return ['accepts', [['accepted, and nothing is carried out', 'small']]];
  if (!isRefusal(rule)) return ['cell', [[`${rule.effect}, and on`, 'small']]];
  const code = String(rule.code);
  const name = catalogueName(system, rule.code);
  return ['refused', [...(name === code ? [] : linesOf(code, 'name', ANSWER)), ...linesOf(name, 'small', ANSWER)]];
}

/** The lines of a text in a box of that width. */
const linesOf = (text: string, look: TextLook, width: number): [string, TextLook][] =>
  wrapped(text, textStyles[look], width - 2 * PAD).map((line) => [line, look]);

function straight(id: string, { id: from }: Box, { id: to }: Box, ...points: Point[]): Edge {
  return { id, look: 'plain', from, to, points };
}

function box(
  id: string,
  look: BoxLook,
  x: number,
  y: number,
  width: number,
  words: readonly (readonly [string, TextLook])[],
): Box {
  const lines = words.map(
    ([text, line], index): Line => ({
      x: x + PAD,
      y: y + PAD + 11 + index * LINE,
      text: fitted(text, textStyles[line], width - 2 * PAD),
      look: line,
    }),
  );
  return { id, look, parent: null, x, y, width, height: words.length * LINE + 2 * PAD - 2, lines };
}

const word = (text: string, x: number, y: number, edge: string): Label => ({
  edge,
  x,
  y,
  width: 26,
  height: 14,
  lines: [{ x, y: y + 11, text, look: 'faint' }],
});

import {
  type Code,
  type Condition,
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
import type { Box, BoxLook, Edge, Label, Line, Scene, TextLook } from './scene.ts';
import { fitted, wrapped } from './text.ts';

const ASK = 380;
const ANSWER = 300;
const BETWEEN = 56;
const DOWN = 26;
const PAD = 10;
const LINE = 16;

/** The gates of a command as an ordered decision: from top to bottom, and the first that holds answers. */
export function decisionScene(
  system: System,
  lifecycle: Lifecycle,
  command: string,
  says: (condition: Condition) => string,
): Scene {
  const id = `${lifecycle.kind}.${command}`;
  const rules = lifecycle.rules[command] ?? [];
  const boxes: Box[] = [];
  const edges: Edge[] = [];
  const labels: Label[] = [];
  let y = 0;
  const begin = box(`${id}.asked`, 'any', 0, y, ASK, [[`${lifecycle.kind} ${command}`, 'name']]);
  boxes.push(begin);
  let above = begin;
  for (const [index, rule] of rules.entries()) {
    const name = `${id}.gate-${index + 1}`;
    y = above.y + above.height + DOWN;
    const asked = wrapped(says(rule.when), textStyles.small, ASK - 2 * PAD);
    const gate = box(name, 'step', 0, y, ASK, [
      [`${rule.gate}, mark ${rule.mark}`, 'faint'],
      ...asked.map((text): [string, TextLook] => [text, 'small']),
    ]);
    const [look, words] = answerOf(system, rule);
    const answer = box(`${name}.answer`, look, ASK + BETWEEN, y, ANSWER, words);
    const height = Math.max(gate.height, answer.height);
    const middle = y + height / 2;
    boxes.push({ ...gate, height }, { ...answer, height });
    edges.push(
      {
        id: `${name}.no`,
        look: 'plain',
        from: above.id,
        to: gate.id,
        points: [
          { x: ASK / 2, y: above.y + above.height },
          { x: ASK / 2, y },
        ],
      },
      {
        id: `${name}.yes`,
        look: 'plain',
        from: gate.id,
        to: answer.id,
        points: [
          { x: ASK, y: middle },
          { x: ASK + BETWEEN, y: middle },
        ],
      },
    );
    labels.push(word('yes', ASK + 14, middle - 18, `${name}.yes`));
    if (above !== begin) labels.push(word('no', ASK / 2 + 6, above.y + above.height + 3, `${name}.no`));
    above = { ...gate, height };
  }
  const end = box(`${id}.accepted`, 'accepts', 0, above.y + above.height + DOWN, ASK, [['accepted', 'name']]);
  boxes.push(end);
  edges.push({
    id: `${id}.through`,
    look: 'plain',
    from: above.id,
    to: end.id,
    points: [
      { x: ASK / 2, y: above.y + above.height },
      { x: ASK / 2, y: end.y },
    ],
  });
  if (above !== begin) labels.push(word('no', ASK / 2 + 6, above.y + above.height + 3, `${id}.through`));
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

function answerOf({ codes }: System, rule: Rule): [BoxLook, [string, TextLook][]] {
  if (isPass(rule)) return ['accepts', [['accepted, and nothing is carried out', 'small']]];
  if (!isRefusal(rule)) return ['cell', [[`${rule.effect}, and on`, 'small']]];
  const name = nameOf(codes, rule.code);
  const lines = wrapped(name, textStyles.small, ANSWER - 2 * PAD).map((text): [string, TextLook] => [text, 'small']);
  const own =
    name === String(rule.code)
      ? []
      : wrapped(String(rule.code), textStyles.name, ANSWER - 2 * PAD).map((text): [string, TextLook] => [text, 'name']);
  return ['refused', [...own, ...lines]];
}

const nameOf = (codes: System['codes'], code: Code): string =>
  codes.find((each) => each.code === code)?.name ?? String(code);

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

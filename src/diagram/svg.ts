import type { Choices } from './choices.ts';
import { type BoxStyle, boxStyles, edgeStyles, FAMILY, type Ink, inkName, paper, textStyles } from './looks.ts';
import type { Box, Edge, Label, Line, Point, Scene, SceneData } from './scene.ts';

/**
 * Paints a scene as SVG that stands alone: colours are plain attributes, and what a dark page changes is in a style
 * that a viewer without it leaves out.
 */
export function paint(scene: Scene, { theme = 'auto', idPrefix = '', maxWidth }: Choices = {}): string {
  const { title, description, width, height, boxes, edges, labels } = scene;
  const [inWidth, inHeight] = [round(width), round(height)];
  const scale = maxWidth === undefined ? 1 : Math.min(1, maxWidth / inWidth);
  const id = idOf(`${idPrefix}${scene.id}`);
  const pen: Pen = { used: new Map(), shade: theme === 'dark' ? 1 : 0, idPrefix };
  const parts = [
    tag('rect', { width: inWidth, height: inHeight, ...ink(pen, 'f', paper) }),
    ...boxes.filter(isFrame).map((box) => paintBox(box, pen)),
    group(
      'edges',
      edges.map((edge) => paintEdge(edge, pen)),
    ),
    ...boxes.filter((box) => !isFrame(box)).map((box) => paintBox(box, pen)),
    group(
      'labels',
      labels.map((label) => paintLabel(label, pen)),
    ),
  ];
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    id,
    width: round(inWidth * scale),
    height: round(inHeight * scale),
    viewBox: `0 0 ${inWidth} ${inHeight}`,
    role: 'img',
    'aria-labelledby': `${id}-title ${id}-desc`,
    'font-family': FAMILY,
  };
  return `${tag(
    'svg',
    root,
    [
      tag('title', { id: `${id}-title` }, [escaped(title)]),
      tag('desc', { id: `${id}-desc` }, [escaped(description)]),
      ...(theme === 'auto' ? [styleOf(id, pen.used)] : []),
      ...parts,
    ],
    '\n',
  )}\n`;
}

/** What is painted with: the colours of a light page (0) or of a dark one (1), and what was used of them. */
interface Pen {
  readonly used: Map<string, Ink>;
  readonly shade: 0 | 1;
  readonly idPrefix: string;
}

function ink({ used, shade }: Pen, what: 'f' | 's', of: Ink): Attributes {
  const name = `${what}-${inkName(of)}`;
  used.set(name, of);
  return { class: name, [what === 'f' ? 'fill' : 'stroke']: of[shade] };
}

type Attributes = { readonly [name: string]: string | number | undefined };

const isFrame = ({ look }: Box): boolean => look === 'region' || look === 'entity';

/** Of this picture alone: several may stand in one page. */
function styleOf(id: string, used: ReadonlyMap<string, Ink>): string {
  const root = `#${id.replace(/[^\w-]/g, '\\$&')}`;
  const rules = [...used].map(([name, [, dark]]) => `${root} .${name}{${name[0] === 'f' ? 'fill' : 'stroke'}:${dark}}`);
  return `<style>@media (prefers-color-scheme:dark){${rules.join('')}}</style>`;
}

function paintBox(box: Box, pen: Pen): string {
  const style = boxStyles[box.look];
  const lines = box.lines.map((line) => paintLine(line, pen));
  return tag('g', { id: idOf(`${pen.idPrefix}${box.id}`), class: box.look, ...dataOf(box.data) }, [
    ...tipOf(box.tip),
    ...frames(box, style, pen),
    ...lines,
  ]);
}

function frames({ x, y, width, height, look }: Box, style: BoxStyle, pen: Pen): string[] {
  const rect = (inset: number, filled: boolean): string => {
    const colours = merged(
      filled ? ink(pen, 'f', style.fill) : { fill: 'none' },
      style.stroke ? ink(pen, 's', style.stroke) : {},
    );
    return tag('rect', {
      x: round(x + inset),
      y: round(y + inset),
      width: round(width - 2 * inset),
      height: round(height - 2 * inset),
      rx: Math.max(0, style.round - inset),
      ...colours,
      ...(style.dashed ? { 'stroke-dasharray': '4 3' } : {}),
      ...(look === 'refused' ? { 'stroke-width': 1.5 } : {}),
    });
  };
  return style.twice ? [rect(0, true), rect(3, false)] : [rect(0, true)];
}

function merged(one: Attributes, other: Attributes): Attributes {
  const names = [one.class, other.class].filter((name) => name !== undefined).join(' ');
  return { ...one, ...other, ...(names === '' ? {} : { class: names }) };
}

const dataOf = (data: SceneData = {}): Attributes =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [`data-${name}`, value]));

function paintEdge({ id, look, points, tip, data }: Edge, pen: Pen): string {
  const style = edgeStyles[look];
  const way = tag('path', {
    d: rounded(points),
    fill: 'none',
    ...ink(pen, 's', style.ink),
    'stroke-width': style.width,
    ...(style.dashes ? { 'stroke-dasharray': style.dashes } : {}),
  });
  const head = tag('path', { d: arrow(points), ...ink(pen, 'f', style.ink) });
  return tag('g', { id: idOf(`${pen.idPrefix}${id}`), class: look, ...dataOf(data) }, [...tipOf(tip), way, head]);
}

function paintLabel({ lines, tip }: Label, pen: Pen): string {
  return tag('g', {}, [...tipOf(tip), ...lines.map((line) => paintLine(line, pen))]);
}

function paintLine({ x, y, text, look, middle, turned }: Line, pen: Pen): string {
  const { size, bold, italic, ink: colour } = textStyles[look];
  const attributes = {
    x: round(x),
    y: round(y),
    'font-size': size,
    ...(bold ? { 'font-weight': 'bold' } : {}),
    ...(italic ? { 'font-style': 'italic' } : {}),
    ...(turned ? { transform: `rotate(-90 ${round(x)} ${round(y)})` } : {}),
    ...(middle ? { 'text-anchor': 'middle' } : {}),
    ...ink(pen, 'f', colour),
  };
  return tag('text', attributes, [escaped(text)]);
}

const RADIUS = 6;

/** A way along the points, its corners rounded as far as there is room. */
function rounded(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (!before) return `M${place(point)}`;
      if (!after) return `L${place(point)}`;
      const radius = Math.min(RADIUS, distance(before, point) / 2, distance(point, after) / 2);
      return `L${place(towards(point, before, radius))}Q${place(point)} ${place(towards(point, after, radius))}`;
    })
    .join('');
}

function arrow(points: readonly Point[]): string {
  const tip = points.at(-1) ?? { x: 0, y: 0 };
  const from = points.at(-2) ?? tip;
  const length = distance(from, tip) || 1;
  const along = { x: (tip.x - from.x) / length, y: (tip.y - from.y) / length };
  const back = { x: tip.x - along.x * 8, y: tip.y - along.y * 8 };
  const left = { x: back.x - along.y * 4, y: back.y + along.x * 4 };
  const right = { x: back.x + along.y * 4, y: back.y - along.x * 4 };
  return `M${place(tip)}L${place(left)} ${place(right)}Z`;
}

const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
}

const place = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;
const round = (value: number): number => Math.round(value * 10) / 10;

function group(name: string, parts: readonly string[]): string {
  return tag('g', { class: name }, parts, '\n');
}

const tipOf = (tip: string | undefined): string[] => (tip === undefined ? [] : [tag('title', {}, [escaped(tip)])]);

function tag(name: string, attributes: Attributes, content: readonly string[] = [], between = ''): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escaped(String(value))}"`]))
    .join('');
  if (content.length === 0) return `<${name}${written}/>`;
  return `<${name}${written}>${between}${content.join(between)}${between}</${name}>`;
}

/** What XML gives a meaning is written as a reference; what XML cannot hold at all becomes the sign for the unknown. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (sign) => REFERENCES[sign] ?? sign);
}

const REFERENCES: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** An id has no spaces; all else may stand in one. */
const idOf = (id: string): string => id.replace(/\s+/g, '-');

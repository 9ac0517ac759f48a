import type { BoxLook, EdgeLook, TextLook } from './scene.ts';
import type { Font } from './text.ts';

/** A colour on a light page and on a dark one. */
type Ink = readonly [light: string, dark: string];

export const FAMILY = 'system-ui,-apple-system,Segoe UI,Helvetica,Arial,DejaVu Sans,sans-serif';

const inks = {
  paper: ['#ffffff', '#0d1117'],
  text: ['#1f2328', '#e6edf3'],
  faint: ['#59636e', '#9198a1'],
  line: ['#59636e', '#9198a1'],
  frame: ['#d1d9e0', '#3d444d'],
  ground: ['#f6f8fa', '#151b23'],
  state: ['#ffffff', '#212830'],
  border: ['#818b98', '#656c76'],
  blue: ['#0550ae', '#79c0ff'],
  violet: ['#6639ba', '#d2a8ff'],
  amber: ['#7d4e00', '#e3b341'],
  red: ['#b31d28', '#ff7b72'],
  blush: ['#ffebe9', '#3c1618'],
  green: ['#116329', '#56d364'],
  leaf: ['#dafbe1', '#12261e'],
} as const satisfies Record<string, Ink>;

export const paper: Ink = inks.paper;

interface BoxStyle {
  readonly fill: Ink;
  readonly stroke: Ink | null;
  readonly round: number;
  readonly dashed?: true;
  /** A second border within the first: a final state. */
  readonly twice?: true;
}

export const boxStyles: { readonly [look in BoxLook]: BoxStyle } = {
  region: { fill: inks.ground, stroke: inks.frame, round: 10 },
  entity: { fill: inks.ground, stroke: inks.border, round: 10 },
  state: { fill: inks.state, stroke: inks.border, round: 7 },
  end: { fill: inks.state, stroke: inks.border, round: 7, twice: true },
  unrun: { fill: inks.state, stroke: inks.border, round: 7, dashed: true },
  initial: { fill: inks.text, stroke: null, round: 6 },
  unreached: { fill: inks.ground, stroke: inks.frame, round: 7, dashed: true },
  any: { fill: inks.ground, stroke: inks.faint, round: 11, dashed: true },
  badge: { fill: inks.blush, stroke: null, round: 7 },
  step: { fill: inks.state, stroke: inks.border, round: 7 },
  accepts: { fill: inks.leaf, stroke: null, round: 7 },
  cell: { fill: inks.ground, stroke: inks.frame, round: 7 },
  visited: { fill: inks.leaf, stroke: inks.green, round: 7 },
  refused: { fill: inks.blush, stroke: inks.red, round: 7 },
};

interface EdgeStyle {
  readonly ink: Ink;
  readonly width: number;
  readonly dashes?: string;
}

export const edgeStyles: { readonly [look in EdgeLook]: EdgeStyle } = {
  command: { ink: inks.blue, width: 1.5 },
  report: { ink: inks.line, width: 1.5 },
  delay: { ink: inks.amber, width: 1.5, dashes: '6 3' },
  signal: { ink: inks.violet, width: 1.3, dashes: '2 3' },
  internal: { ink: inks.line, width: 1.3, dashes: '2 3' },
  plain: { ink: inks.line, width: 1.5 },
  way: { ink: inks.green, width: 3 },
};

interface TextStyle extends Font {
  readonly ink: Ink;
}

const label = (ink: Ink): TextStyle => ({ size: 11, ink });

export const textStyles: { readonly [look in TextLook]: TextStyle } = {
  heading: { size: 17, bold: true, ink: inks.text },
  name: { size: 13, bold: true, ink: inks.text },
  code: { size: 12, ink: inks.faint },
  small: { size: 12, ink: inks.text },
  faint: { size: 11, ink: inks.faint },
  badge: { size: 11, ink: inks.red },
  number: { size: 11, bold: true, ink: inks.green },
  accepted: { size: 11, ink: inks.green },
  error: { size: 11, bold: true, ink: inks.red },
  command: label(inks.blue),
  report: label(inks.text),
  delay: label(inks.amber),
  signal: label(inks.violet),
  internal: label(inks.faint),
  plain: label(inks.text),
  way: { size: 11, bold: true, ink: inks.green },
};

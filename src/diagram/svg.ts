import { groupedBy } from '../model/index.ts';
import type { Choices } from './choices.ts';
import { hrefOf } from './href.ts';
import { boxStyles, edgeStyles, FAMILY, paper, textStyles } from './looks.ts';
import { escaped } from './markup.ts';
import { arrow, place, round, rounded } from './path.ts';
import type { Box, BoxLook, Edge, EdgeLook, Label, Line, Scene, SceneData, TextLook } from './scene.ts';

/** Paints a scene as standalone SVG. Elements have classes; the styles are embedded. */
export function paint(scene: Scene, { theme = 'auto', idPrefix = '', maxWidth, href }: Choices = {}): string {
  const { title, description, width, height, boxes, edges, labels } = scene;
  const [inWidth, inHeight] = [round(width), round(height)];
  const scale = maxWidth === undefined ? 1 : Math.min(1, maxWidth / inWidth);
  const id = paintedId(`${idPrefix}${scene.id}`);
  const named = (own: string): string => paintedId(`${idPrefix}${own}`);
  const parts = [
    tag('rect', { width: inWidth, height: inHeight, class: 'paper' }),
    ...boxes.filter(isFrame).map((box) => paintBox(box, named)),
    ...edges.map((edge) => {
      const own = labels.filter((label) => label.edge === edge.id);
      return paintEdge(edge, own, named);
    }),
    ...paintCells(boxes),
    ...boxes
      .filter((box) => !isFrame(box) && !box.cell)
      .map((box) => {
        const address = href === undefined ? undefined : hrefOf(href, box.data);
        return address === undefined ? paintBox(box, named) : tag('a', { href: address }, [paintBox(box, named)]);
      }),
    ...labels.filter(({ edge }) => edge === undefined).map(paintLabel),
  ];
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    id,
    class: classOf(id),
    width: round(inWidth * scale),
    height: round(inHeight * scale),
    viewBox: `0 0 ${inWidth} ${inHeight}`,
    role: href === undefined ? 'img' : 'group',
    'aria-labelledby': `${id}-title ${id}-desc`,
    'font-family': FAMILY,
    'font-size': SIZE,
  };
  return `${tag(
    'svg',
    root,
    [
      tag('title', { id: `${id}-title` }, [escaped(title)]),
      tag('desc', { id: `${id}-desc` }, [escaped(description)]),
      `<style>${styleOf(id, scene, theme)}</style>`,
      ...parts,
    ],
    '\n',
  )}\n`;
}

type Attributes = { readonly [name: string]: string | number };

const isFrame = ({ look }: Box): boolean => look === 'region' || look === 'entity';

/** The default text size. */
const SIZE = 11;

/** A class for selectors: an id with a dot would have to be escaped, which not every viewer supports. */
const classOf = (id: string): string => `of-${id.replace(/[^A-Za-z0-9]+/g, '-')}`;

/** A style rule, in the colours of a light page (0) or a dark one (1). */
type Rule = readonly [selector: string, declarations: (shade: 0 | 1) => string];

/** The styles of the elements that occur, scoped to this picture: a page may hold several. */
function styleOf(id: string, { boxes, edges, labels }: Scene, theme: NonNullable<Choices['theme']>): string {
  const root = `.${classOf(id)}`;
  const texts = new Set([...boxes, ...labels].flatMap(({ lines }) => lines.map(({ look }) => look)));
  const rules: Rule[] = [
    ['.paper', (shade) => `fill:${paper[shade]}`],
    ['.middle', () => 'text-anchor:middle'],
    ...[...new Set(boxes.filter(({ cell }) => !cell).map(({ look }) => look))].flatMap((look) => boxRules(look)),
    ...[...new Set(boxes.filter(({ cell }) => cell).map(({ look }) => look))].flatMap((look) => boxRules(look, true)),
    ...[...new Set(edges.map(({ look }) => look))].flatMap(edgeRules),
    ...[...texts].map(textRule),
  ];
  const written = (shade: 0 | 1, which: readonly Rule[] = rules): string =>
    which.map(([selector, declarations]) => `${root} ${selector}{${declarations(shade)}}`).join('');
  if (theme !== 'auto') return written(theme === 'dark' ? 1 : 0);
  const differing = rules.filter(([, declarations]) => declarations(0) !== declarations(1));
  return `${written(0)}@media (prefers-color-scheme:dark){${written(1, differing)}}`;
}

function boxRules(look: BoxLook, cells = false): Rule[] {
  const { fill, stroke, dashed, twice } = boxStyles[look];
  const border = (shade: 0 | 1): string => (stroke ? `;stroke:${stroke[shade]}` : '');
  const dashes = dashed ? ';stroke-dasharray:4 3' : '';
  const wide = look === 'refused' ? ';stroke-width:1.5' : '';
  return [
    [`.${look}>${cells ? 'path' : 'rect'}`, (shade) => `fill:${fill[shade]}${border(shade)}${dashes}${wide}`],
    ...(twice ? [[`.${look}>rect+rect`, () => 'fill:none'] as const] : []),
  ];
}

function edgeRules(look: EdgeLook): Rule[] {
  const { ink, width, dashes } = edgeStyles[look];
  const dashed = dashes ? `;stroke-dasharray:${dashes}` : '';
  return [
    [`.${look}>path`, (shade) => `fill:none;stroke:${ink[shade]};stroke-width:${width}${dashed}`],
    [`.${look}>path+path`, (shade) => `fill:${ink[shade]};stroke:none`],
  ];
}

function textRule(look: TextLook): Rule {
  const { size, bold, ink } = textStyles[look];
  const font = `${size === SIZE ? '' : `;font-size:${size}px`}${bold ? ';font-weight:bold' : ''}`;
  return [`text.${look}`, (shade) => `fill:${ink[shade]}${font}`];
}

/** Writes an id of a scene. */
type Named = (id: string) => string;

function paintBox(box: Box, named: Named): string {
  return tag('g', { id: named(box.id), class: box.look, ...dataOf(box.data) }, [
    ...tipOf(box.tip),
    ...frames(box),
    ...box.lines.map(paintLine),
  ]);
}

/** Paints cells with the same look and tooltip together: a table has thousands. */
function paintCells(boxes: readonly Box[]): string[] {
  const keyOf = ({ look, tip, lines }: Box): string => JSON.stringify([look, tip, lines[0]?.look]);
  const alike = groupedBy(
    boxes.filter(({ cell }) => cell),
    keyOf,
  );
  return [...alike.values()].map((cells) => {
    const [{ look, tip, lines }] = cells;
    const ways = cells.map((at) => `M${place(at)}h${round(at.width)}v${round(at.height)}h${round(-at.width)}z`);
    const texts = cells.flatMap((cell) =>
      cell.lines.map(({ x, y, text }) => tag('tspan', { x: round(x), y: round(y) }, [escaped(text)])),
    );
    return tag('g', { class: look }, [
      ...tipOf(tip),
      tag('path', { d: ways.join('') }),
      tag('text', { class: `${lines[0]?.look} middle` }, texts),
    ]);
  });
}

function frames({ x, y, width, height, look }: Box): string[] {
  const { round: corner, twice } = boxStyles[look];
  const rect = (inset: number): string =>
    tag('rect', {
      x: round(x + inset),
      y: round(y + inset),
      width: round(width - 2 * inset),
      height: round(height - 2 * inset),
      rx: Math.max(0, corner - inset),
    });
  return twice ? [rect(0), rect(3)] : [rect(0)];
}

const dataOf = (data: SceneData = {}): Attributes =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [`data-${name}`, value]));

/** An edge and its labels share one tooltip. */
function paintEdge({ id, look, points, tip, data }: Edge, labels: readonly Label[], named: Named): string {
  return tag('g', { id: named(id), class: look, ...dataOf(data) }, [
    ...tipOf(tip),
    tag('path', { d: rounded(points) }),
    tag('path', { d: arrow(points) }),
    ...labels.flatMap(({ lines }) => lines.map(paintLine)),
  ]);
}

function paintLabel({ lines, tip }: Label): string {
  const texts = lines.map(paintLine);
  return tip === undefined ? texts.join('') : tag('g', {}, [...tipOf(tip), ...texts]);
}

function paintLine({ x, y, text, look, middle, turned }: Line): string {
  const attributes = {
    x: round(x),
    y: round(y),
    class: `${look}${middle ? ' middle' : ''}`,
    ...(turned ? { transform: `rotate(-90 ${round(x)} ${round(y)})` } : {}),
  };
  return tag('text', attributes, [escaped(text)]);
}

const tipOf = (tip: string | undefined): string[] => (tip === undefined ? [] : [tag('title', {}, [escaped(tip)])]);

function tag(name: string, attributes: Attributes, content: readonly string[] = [], between = ''): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  if (content.length === 0) return `<${name}${written}/>`;
  return `<${name}${written}>${between}${content.join(between)}${between}</${name}>`;
}

/** An id must not contain spaces. */
export const paintedId = (id: string): string => id.replace(/\s+/g, '-');

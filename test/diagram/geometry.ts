import { textStyles } from '../../src/diagram/looks.ts';
import type { Box, Line, Point, Rect, Scene } from '../../src/diagram/scene.ts';
import { widthOf } from '../../src/diagram/text.ts';

/** What is wrong with a picture after the layout, a sentence each. */
export function faultsIn(scene: Scene): string[] {
  return [
    ...outside(scene),
    ...overlaps(scene),
    ...hidden(scene),
    ...loose(scene),
    ...crossed(scene),
    ...tooLong(scene),
    ...doubled(scene),
  ];
}

/** Rounding moves things by up to half a pixel, which nobody sees. */
const SLACK = 0.5;

const within = (one: Rect, other: Rect): boolean =>
  one.x >= other.x - SLACK &&
  one.y >= other.y - SLACK &&
  one.x + one.width <= other.x + other.width + SLACK &&
  one.y + one.height <= other.y + other.height + SLACK;

const meet = (one: Rect, other: Rect): boolean =>
  one.x < other.x + other.width - SLACK &&
  other.x < one.x + one.width - SLACK &&
  one.y < other.y + other.height - SLACK &&
  other.y < one.y + one.height - SLACK;

const nameOf = ({ lines }: { readonly lines: readonly Line[] }): string => lines.map(({ text }) => text).join(' / ');

function outside({ width, height, boxes, labels, edges, id }: Scene): string[] {
  const canvas = { x: 0, y: 0, width, height };
  const rects = [
    ...boxes.map((box) => ({ ...box, name: box.id })),
    ...labels.map((label) => ({ ...label, name: nameOf(label) })),
  ];
  const points = edges.flatMap((edge) => edge.points.map(({ x, y }) => ({ x, y, width: 0, height: 0, name: edge.id })));
  return [...rects, ...points]
    .filter((rect) => !within(rect, canvas))
    .map(({ name }) => `${id}: ${name} is not on the canvas`);
}

function overlaps({ id, boxes }: Scene): string[] {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const faults = boxes.flatMap((box) => {
    const parent = box.parent === null ? undefined : byId.get(box.parent);
    if (box.parent !== null && !parent) return [`${id}: ${box.id} is in ${box.parent}, which is not there`];
    return parent && !within(box, parent) ? [`${id}: ${box.id} is not wholly in ${parent.id}`] : [];
  });
  return [
    ...faults,
    ...pairs(boxes).flatMap(([one, other]) =>
      one.parent === other.parent && meet(one, other) ? [`${id}: ${one.id} overlaps ${other.id}`] : [],
    ),
  ];
}

/** A label may lie within a frame, but on no other box and on no other label. */
function hidden({ id, boxes, labels }: Scene): string[] {
  const frames = new Set(boxes.flatMap(({ id: own, look, parent }) => (look === 'region' ? [own, parent] : [parent])));
  const onBoxes = labels.flatMap((label) =>
    boxes
      .filter((box) => meet(label, box) && !(frames.has(box.id) && within(label, box)))
      .map((box) => `${id}: label ${nameOf(label)} overlaps ${box.id}`),
  );
  const onLabels = pairs(labels).flatMap(([one, other]) =>
    meet(one, other) ? [`${id}: label ${nameOf(one)} overlaps label ${nameOf(other)}`] : [],
  );
  return [...onBoxes, ...onLabels];
}

/** An edge begins and ends at the border of its boxes. */
function loose({ id, boxes, edges }: Scene): string[] {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  return edges.flatMap((edge) =>
    (
      [
        [edge.points[0], edge.from],
        [edge.points.at(-1), edge.to],
      ] as const
    ).flatMap(([point, end]) => {
      const box = byId.get(end);
      if (!point || !box) return [`${id}: ${edge.id} has no end at ${end}`];
      return onBorder(point, box) ? [] : [`${id}: ${edge.id} does not touch ${end}`];
    }),
  );
}

function onBorder({ x, y }: Point, box: Box): boolean {
  const inX = x >= box.x - 1 && x <= box.x + box.width + 1;
  const inY = y >= box.y - 1 && y <= box.y + box.height + 1;
  const atX = Math.min(Math.abs(x - box.x), Math.abs(x - box.x - box.width)) <= 1;
  const atY = Math.min(Math.abs(y - box.y), Math.abs(y - box.y - box.height)) <= 1;
  return (inX && atY) || (inY && atX);
}

/** No edge runs through a label, or through a box that is neither one of its ends nor a frame around them. */
function crossed({ id, boxes, edges, labels }: Scene): string[] {
  const frames = new Set(boxes.map(({ parent }) => parent));
  const leaves = boxes.filter((box) => !frames.has(box.id) || box.look === 'state');
  return edges.flatMap((edge) =>
    edge.points.slice(1).flatMap((to, index) => {
      const from = edge.points[index] as Point;
      const line: Rect = {
        x: Math.min(from.x, to.x) - SLACK,
        y: Math.min(from.y, to.y) - SLACK,
        width: Math.abs(from.x - to.x) + 2 * SLACK,
        height: Math.abs(from.y - to.y) + 2 * SLACK,
      };
      const through = labels.filter((label) => meet(line, label)).map((label) => `label ${nameOf(label)}`);
      const over = leaves
        .filter((box) => box.id !== edge.from && box.id !== edge.to && meet(line, box))
        .map((box) => box.id);
      return [...through, ...over].map((what) => `${id}: ${edge.id} runs through ${what}`);
    }),
  );
}

/** Every line of text fits into its box or label. */
function tooLong({ id, boxes, labels }: Scene): string[] {
  return [...boxes, ...labels].flatMap((holder) =>
    holder.lines.flatMap((line) => {
      const long = widthOf(line.text, textStyles[line.look]);
      const left = line.middle ? line.x - long / 2 : line.x;
      const across = line.turned
        ? { from: line.y - long, to: line.y, start: holder.y, end: holder.y + holder.height }
        : { from: left, to: left + long, start: holder.x, end: holder.x + holder.width };
      const fits = across.from >= across.start - SLACK && across.to <= across.end + SLACK;
      return fits ? [] : [`${id}: there is no room for "${line.text}"`];
    }),
  );
}

function doubled({ id, boxes, edges }: Scene): string[] {
  const ids = [...boxes, ...edges].map((each) => each.id);
  return ids.filter((each, index) => ids.indexOf(each) !== index).map((each) => `${id}: two things are called ${each}`);
}

function pairs<One>(list: readonly One[]): (readonly [One, One])[] {
  return list.flatMap((one, index) => list.slice(index + 1).map((other) => [one, other] as const));
}

/** A picture after the layout: the painter reads it, and tests measure it. */
export interface Scene {
  /** The id of the picture in a page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  /** A box comes before the boxes inside it. */
  readonly boxes: readonly Box[];
  readonly edges: readonly Edge[];
  readonly labels: readonly Label[];
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The kinds of boxes. The style follows from the kind. */
export type BoxLook =
  | 'region'
  | 'state'
  | 'end'
  | 'unrun'
  | 'initial'
  | 'unreached'
  | 'any'
  | 'badge'
  | 'entity'
  | 'step'
  | 'refused'
  | 'accepts'
  | 'cell'
  | 'visited';
export type TextLook =
  | 'heading'
  | 'name'
  | 'code'
  | 'small'
  | 'badge'
  | 'faint'
  | 'number'
  | 'error'
  | 'accepted'
  | EdgeLook;
export type EdgeLook = 'command' | 'report' | 'delay' | 'signal' | 'internal' | 'way' | 'plain';

/** Separates several states, events or phases in the data of one arrow. */
export const SEPARATOR = '|';

/** Data of an element, for programs: written as `data-…` attributes. */
export type SceneData = { readonly [name: string]: string };

export interface Box extends Rect {
  /** The id of the element in the picture. */
  readonly id: string;
  readonly look: BoxLook;
  /** The enclosing box; null for the canvas. */
  readonly parent: string | null;
  readonly lines: readonly Line[];
  /** The tooltip. */
  readonly tip?: string | undefined;
  readonly data?: SceneData | undefined;
  /** A cell of a table, which has no id. Cells with the same look and tooltip are painted together. */
  readonly cell?: true;
}

/** A line of text. The point is the start of its baseline, or its middle. */
export interface Line extends Point {
  readonly text: string;
  readonly look: TextLook;
  readonly middle?: true;
  /** Rotated: reads upwards. */
  readonly turned?: true;
}

export interface Edge {
  readonly id: string;
  readonly look: EdgeLook;
  /** Ids of boxes. */
  readonly from: string;
  readonly to: string;
  /** Its corners, including the ends. */
  readonly points: readonly Point[];
  readonly tip?: string | undefined;
  readonly data?: SceneData | undefined;
}

export interface Label extends Rect {
  /** The edge it belongs to, if any. */
  readonly edge?: string;
  readonly lines: readonly Line[];
  readonly tip?: string | undefined;
}

const moved = <Place extends Point>(place: Place, by: Point): Place => ({
  ...place,
  x: place.x + by.x,
  y: place.y + by.y,
});

/** Moves the parts of a scene. */
export function shifted({ boxes, edges, labels }: Pick<Scene, 'boxes' | 'edges' | 'labels'>, by: Point) {
  const lines = (each: { readonly lines: readonly Line[] }) => each.lines.map((line) => moved(line, by));
  return {
    boxes: boxes.map((box) => ({ ...moved(box, by), lines: lines(box) })),
    edges: edges.map((edge) => ({ ...edge, points: edge.points.map((point) => moved(point, by)) })),
    labels: labels.map((label) => ({ ...moved(label, by), lines: lines(label) })),
  };
}

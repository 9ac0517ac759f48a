/** A picture that is laid out and not yet painted: what the painter reads, and what a test can measure. */
export interface Scene {
  /** Begins the ids of its elements where they need to be told apart on a page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  /** A box stands behind the boxes that are in it. */
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

/** A frame of the picture; what it looks like follows from what it is. */
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

/** Between the states, the events or the phases of one arrow in its data. */
export const SEPARATOR = '|';

/** What a program that has the picture can find an element by: becomes `data-…`. */
export type SceneData = { readonly [name: string]: string };

export interface Box extends Rect {
  /** Stands in the picture as its id. */
  readonly id: string;
  readonly look: BoxLook;
  /** The box that it is in; null where it stands on the canvas. */
  readonly parent: string | null;
  readonly lines: readonly Line[];
  /** What a reader sees who points at it. */
  readonly tip?: string;
  readonly data?: SceneData;
  /** A cell of a table: painted together with those that look the same and say the same, and without an id. */
  readonly cell?: true;
}

/** A line of text: where its baseline begins, or its middle is. */
export interface Line extends Point {
  readonly text: string;
  readonly look: TextLook;
  readonly middle?: true;
  /** Reads from below upwards. */
  readonly turned?: true;
}

export interface Edge {
  readonly id: string;
  readonly look: EdgeLook;
  /** Ids of boxes. */
  readonly from: string;
  readonly to: string;
  /** Its corners, the ends among them. */
  readonly points: readonly Point[];
  readonly tip?: string;
  readonly data?: SceneData;
}

export interface Label extends Rect {
  /** What it belongs to: an edge, or nothing in particular. */
  readonly edge?: string;
  readonly lines: readonly Line[];
  readonly tip?: string;
}

export const moved = <Place extends Point>(place: Place, by: Point): Place => ({
  ...place,
  x: place.x + by.x,
  y: place.y + by.y,
});

/** The parts of a scene at another place. */
export function shifted({ boxes, edges, labels }: Pick<Scene, 'boxes' | 'edges' | 'labels'>, by: Point) {
  const lines = (each: { readonly lines: readonly Line[] }) => each.lines.map((line) => moved(line, by));
  return {
    boxes: boxes.map((box) => ({ ...moved(box, by), lines: lines(box) })),
    edges: edges.map((edge) => ({ ...edge, points: edge.points.map((point) => moved(point, by)) })),
    labels: labels.map((label) => ({ ...moved(label, by), lines: lines(label) })),
  };
}

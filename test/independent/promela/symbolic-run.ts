import type { EntityView, Lifecycle, Params, System, WorldHands } from '../../../src/model/index.ts';

/** What code asks about other entities: the state of a region, or whether a named condition holds. */
export type Asked =
  | { readonly kind: string; readonly region: string }
  | { readonly kind: string; readonly condition: string };

/** The result of code, depending on the answers that it got and the events that it sent on the way. */
export type Outcome<Value> =
  | { readonly value: Value }
  | { readonly asked: Asked; readonly answers: readonly { readonly answer: string; readonly next: Outcome<Value> }[] }
  | { readonly told: Told; readonly next: Outcome<Value> };

/** An event that code sends to an entity. */
export interface Told {
  readonly kind: string;
  readonly event: string;
  readonly params: Params;
}

/** The result of one run of the code, as far as its questions were answered. */
export interface Run<Value> {
  /** Undefined if it asked for something that does not exist. */
  readonly value: Value | undefined;
  readonly sawRegion: boolean;
  readonly sawData: boolean;
}

/** A world with one entity of each kind, whose regions are in the states that the answers give. */
export interface Members {
  readonly system: System;
  readonly ids: ReadonlyMap<string, string>;
  /** The states that a region can be in. */
  readonly statesOf: (kind: string, region: string) => readonly string[];
}

const OUTSIDE = new Error('outside the members');
/** More consecutive questions than this are taken for an endless loop. */
const DEEPEST = 60;

class Unanswered extends Error {
  readonly asked: Asked;
  constructor(asked: Asked) {
    super('unanswered');
    this.asked = asked;
  }
}

class Untold extends Error {
  readonly told: Told;
  constructor(told: Told) {
    super('untold');
    this.told = told;
  }
}

/** The answers and sent events that lead to the present point of the code. */
type Path = readonly ({ readonly key: string; readonly answer: string } | { readonly told: Told })[];

/**
 * Computes the results of code for every answer that it can get. The code is run again for each answer, up to its next
 * question. An event that it sends takes effect before it goes on, so from there on it asks again.
 */
export function outcomeOf<Value>(
  members: Members,
  code: (world: WorldHands, view: (kind: string) => EntityView) => Value,
  comesTo: (run: Run<Value>) => Value,
  path: Path = [],
): Outcome<Value> {
  if (path.length > DEEPEST) throw new Error('code asks without end, and cannot be exported');
  const replay = new Replay(members, path);
  try {
    return { value: comesTo(replay.run(code)) };
  } catch (stop) {
    if (stop instanceof Untold) {
      return { told: stop.told, next: outcomeOf(members, code, comesTo, [...path, { told: stop.told }]) };
    }
    if (!(stop instanceof Unanswered)) throw stop;
    const { asked } = stop;
    const possible = 'region' in asked ? members.statesOf(asked.kind, asked.region) : ['true', 'false'];
    const answers = possible.map((answer) => {
      return { answer, next: outcomeOf(members, code, comesTo, [...path, { key: keyOf(asked), answer }]) };
    });
    const [only] = answers;
    return answers.length === 1 && only ? only.next : { asked, answers };
  }
}

const keyOf = (asked: Asked): string =>
  'region' in asked ? `${asked.kind} region ${asked.region}` : `${asked.kind} is ${asked.condition}`;

/** One run of the code along a path. */
class Replay {
  private readonly members: Members;
  private readonly path: Path;
  private readonly known = new Map<string, string>();
  private readonly views = new Map<string, EntityView>();
  private at = 0;
  private sawRegion = false;
  private sawData = false;

  constructor(members: Members, path: Path) {
    this.members = members;
    this.path = path;
    this.learn();
  }

  run<Value>(code: (world: WorldHands, view: (kind: string) => EntityView) => Value): Run<Value> {
    let value: Value | undefined;
    try {
      value = code(this.world(), (kind) => this.view(kind));
    } catch (error) {
      if (error !== OUTSIDE) throw error;
    }
    return { value, sawRegion: this.sawRegion, sawData: this.sawData };
  }

  /** The answers up to the next sent event are known. */
  private learn(): void {
    for (; this.at < this.path.length; this.at += 1) {
      const step = this.path[this.at] as Path[number];
      if ('told' in step) return;
      this.known.set(step.key, step.answer);
    }
  }

  private ask(asked: Asked): string {
    this.sawRegion = true;
    const answer = this.known.get(keyOf(asked));
    if (answer === undefined) throw new Unanswered(asked);
    return answer;
  }

  private tell(told: Told): void {
    if (this.at >= this.path.length) throw new Untold(told);
    this.at += 1;
    this.known.clear();
    this.learn();
  }

  private world(): WorldHands {
    const find = (kind: string, id: string): EntityView | undefined =>
      this.idOf(kind) === id ? this.view(kind) : undefined;
    return {
      now: 0,
      find,
      all: (kind) => (this.idOf(kind) === undefined ? [] : [this.view(kind)]),
      touch: (kind, id) => {
        const view = find(kind, id);
        if (!view) throw OUTSIDE;
        return view;
      },
      order: () => 0,
      command: ({ kind }, event) => {
        throw new Error(`code gives ${kind} the command ${event}, and cannot be exported`);
      },
      tell: ({ kind }, event, params) => this.tell({ kind, event, params }),
    };
  }

  private idOf(kind: string): string {
    const id = this.members.ids.get(kind);
    if (id === undefined) throw OUTSIDE;
    return id;
  }

  /** Code compares entities, so the same entity is the same object. */
  private view(kind: string): EntityView {
    const known = this.views.get(kind);
    if (known) return known;
    const made = this.makeView(kind);
    this.views.set(kind, made);
    return made;
  }

  private makeView(kind: string): EntityView {
    const { system } = this.members;
    const { is } = system.entities[kind] as Lifecycle;
    const see = (): void => {
      this.sawData = true;
    };
    return {
      kind,
      id: this.idOf(kind),
      state: (region) => this.ask({ kind, region }),
      is: (condition) => {
        if (!Object.hasOwn(is, condition)) throw new Error(`${kind} has no condition named ${condition}`);
        return this.ask({ kind, condition }) === 'true';
      },
      get data() {
        see();
        return system.data[kind]?.() ?? {};
      },
    };
  }
}

/** No recipients if the entity does not exist. */
export const leniently = (world: WorldHands, kinds: ReadonlyMap<string, string>): WorldHands => ({
  ...world,
  all: (kind) => (kinds.has(kind) ? world.all(kind) : []),
});

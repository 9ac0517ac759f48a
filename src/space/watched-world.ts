import type { Entity } from '../engine/entity.ts';
import type { World } from '../engine/world.ts';
import { type EntityView, kept, type WorldHands } from '../model/index.ts';

/** Thrown when code reads the world outside the space. */
const OUTSIDE = new Error('outside the space');

/**
 * A closed world as the system's own code sees it, and what that code reads: a region, data, or what holds for other
 * entities. `strict`: there may be more entities of the same kinds, and an entity may be called anything.
 */
export class WatchedWorld {
  /** The world as facts and links see it. It has no entities of other kinds, so links to those reach nothing. */
  readonly hands: WorldHands;
  /** Regions read by code, as `KIND REGION`. */
  readonly read = new Set<string>();
  sawRegion = false;
  sawData = false;
  /** Whether the code last read data, which then decides. */
  sawDataLast = false;
  sawOthers = false;
  /** What holds for the other entities of a kind while a fact is computed. */
  ofOthers = false;
  private readonly strict: boolean;
  private readonly byKind = new Map<string, Entity>();
  private readonly views = new Map<Entity, EntityView>();
  private inner: World | undefined;

  constructor(strict: boolean) {
    this.strict = strict;
    this.hands = this.handsOf();
  }

  /** Sets the world behind it, and the one entity of each kind. */
  show(world: World, members: readonly Entity[]): void {
    this.inner = world;
    for (const member of members) this.byKind.set(member.kind, member);
  }

  private get world(): World {
    return this.inner as World;
  }

  /** The result of code; undefined where it reads the world outside. */
  inside<Result>(ask: () => Result): Result | undefined {
    try {
      return ask();
    } catch (error) {
      if (error === OUTSIDE) return undefined;
      throw error;
    }
  }

  private handsOf(): WorldHands {
    const member = (kind: string): Entity => {
      const entity = this.byKind.get(kind);
      if (!entity) throw OUTSIDE;
      return entity;
    };
    const find = (kind: string, id: string): EntityView | undefined => {
      const entity = member(kind);
      if (entity.id !== id && this.strict) throw OUTSIDE;
      return entity.id === id ? this.viewOf(entity) : undefined;
    };
    return {
      now: 0,
      find,
      all: (kind) => (this.strict ? [this.viewOf(member(kind)), this.another(kind)] : [this.viewOf(member(kind))]),
      touch: (kind, id) => {
        const view = find(kind, id);
        if (!view) throw OUTSIDE;
        return view;
      },
      order: () => 0,
      command: (view, event, params) => this.world.command(this.entityOf(view), event, params),
      tell: (view, event, params) => {
        this.world.tell(this.entityOf(view), event, params);
      },
    };
  }

  entityOf(view: EntityView): Entity {
    return this.byKind.get(view.kind) as Entity;
  }

  viewOf(view: EntityView): EntityView {
    const entity = this.byKind.get(view.kind) as Entity;
    return kept(this.views, entity, () => this.watchedView(entity));
  }

  /** Another entity of a member's kind. Any of its conditions may hold or not. */
  private another(kind: string): EntityView {
    const data = this.world.freshData(kind);
    const seeData = (): void => {
      this.sawDataLast = true;
    };
    return {
      kind,
      get id() {
        seeData();
        return 'another';
      },
      state: () => {
        throw OUTSIDE;
      },
      is: () => {
        this.sawOthers = true;
        this.sawDataLast = false;
        return this.ofOthers;
      },
      get data() {
        seeData();
        return data;
      },
    };
  }

  private watchedView(entity: Entity): EntityView {
    const { kind, id } = entity;
    const see = (): void => {
      this.sawRegion = true;
      this.sawDataLast = false;
    };
    const seeData = (): void => {
      this.sawData = true;
      this.sawDataLast = true;
    };
    const { strict } = this;
    return {
      kind,
      // A real entity may be called anything.
      get id() {
        if (strict) seeData();
        return id;
      },
      state: (region) => {
        see();
        this.read.add(`${kind} ${region}`);
        return entity.state(region);
      },
      is: (name) => {
        see();
        return entity.is(name);
      },
      get data() {
        seeData();
        return entity.data;
      },
    };
  }
}

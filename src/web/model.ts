import { signal } from '@preact/signals';
import { addressOf, linkFrom } from '../link/addresses.ts';
import type { Code } from '../model/index.ts';
import type { Store } from './store.ts';
import type { Offered } from './systems.ts';
import type { FoundWay, WayGoal } from './way.ts';
import { Ways } from './ways.ts';

/** A search for a way: its goal and its outcome. */
interface Asked {
  readonly says: string;
  readonly way?: FoundWay | undefined;
  readonly fault?: string;
  readonly done: boolean;
}

/** On a phone, parts that are long are folded at first. */
export const isPhone = (): boolean => innerWidth <= 700;

/** What the parts of the page share. */
export class Playground {
  readonly store: Store;
  readonly offered: Offered;
  /** The first commands have been drawn. They come before the rest, so that they can be used at once. */
  readonly isDrawn = signal(false);
  readonly asked = signal<Asked | undefined>(undefined);
  private readonly ways: Ways;

  constructor(store: Store, offered: Offered, ways = new Ways()) {
    this.store = store;
    this.offered = offered;
    this.ways = ways;
  }

  /** Looks for a way from the session's present situation. A later question replaces an earlier one. */
  async askWay(says: string, goal: WayGoal): Promise<void> {
    const { store } = this;
    const waiting: Asked = { says, done: false };
    this.asked.value = waiting;
    const scenario = store.turns.value.map(({ line }) => line);
    const { way, fault } = await this.ways.ask({ system: this.offered, scenario, entity: store.chosen.value, goal });
    if (this.asked.value !== waiting) return;
    this.asked.value = { says, done: true, way, ...(fault === undefined ? {} : { fault }) };
  }

  /** Takes the steps of a way. */
  takeWay({ from, lines }: FoundWay): void {
    if (from === 'beginning') this.store.read(lines.join('\n'));
    else for (const line of lines) this.store.send(line);
    this.asked.value = undefined;
  }

  /** The link from the playground to the page of a code. */
  linkOf(code: Code): string {
    return linkFrom(addressOf.play, addressOf.code(this.store.system.name, code));
  }
}

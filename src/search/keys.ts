import type { Entity } from '../engine/entity.ts';
import type { World } from '../engine/world.ts';
import type { Data } from '../model/index.ts';

/**
 * Names situations, so that two have the same name exactly where nothing tells them apart: where every entity stands and
 * what is kept of it, in the order in which they came up, which delays run for how long yet and in which order, and what
 * time it is. Parts that came up before are numbered, so that a name is a few characters.
 */
export class Keys {
  private readonly numbers = new Map<string, number>();

  of(world: World): string {
    const parts: number[] = [];
    for (const kind of Object.keys(world.system.entities)) {
      for (const { key, at, data } of world.all(kind) as readonly Entity[]) {
        this.push(parts, `${key} ${String.fromCharCode(...at)} ${plain(data)}`);
      }
    }
    let delays = '';
    for (const { entity, event, due } of world.clock.running()) delays += ` ${entity.key} ${event} ${due - world.now}`;
    this.push(parts, `${world.now}${delays}`);
    return String.fromCharCode(...parts);
  }

  private push(parts: number[], text: string): void {
    const known = this.numbers.get(text);
    const number = known ?? this.numbers.size;
    if (known === undefined) this.numbers.set(text, number);
    parts.push(number & 0x7fff, number >>> 15);
  }
}

/** Data as text: of most entities there are but a few words and numbers, which need no reading of their own. */
function plain(data: Data): string {
  let text = '';
  for (const value of Object.values(data)) {
    text += typeof value === 'number' || typeof value === 'boolean' ? ` ${value}` : ` ${JSON.stringify(value)}`;
  }
  return text;
}

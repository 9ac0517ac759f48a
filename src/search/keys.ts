import type { Entity } from '../engine/entity.ts';
import type { World } from '../engine/world.ts';
import type { Data } from '../model/index.ts';

/**
 * Keys for situations: two keys are equal exactly if nothing distinguishes the situations. A key covers the states and
 * data of all entities in their order, the remaining time and order of running delays, and the time. Parts seen before
 * are numbered, so a key has only a few characters.
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

/** Data as text. Most data is a few words and numbers and needs no JSON. */
function plain(data: Data): string {
  let text = '';
  for (const value of Object.values(data)) {
    text += typeof value === 'number' || typeof value === 'boolean' ? ` ${value}` : ` ${JSON.stringify(value)}`;
  }
  return text;
}

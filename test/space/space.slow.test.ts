import { describe, expect, test } from 'vitest';
import { compileSpace } from '../../src/space/quotient.ts';
import { findStrips, rowLength } from './explicit/bit-rows.ts';
import { Sweep } from './explicit/bitset-search.ts';
import { explore } from './explicit/explore.ts';
import { layOut, stateAt } from './explicit/layout.ts';
import { Plain } from './plain.ts';
import { entities, isLarge, readSizes, sizeOf } from './spaces.ts';

const small = entities.filter((each) => !isLarge(each));
const sizes = readSizes();

test('there are spaces, and the size of each is pinned', () => {
  expect(entities.length).toBeGreaterThan(10);
  expect(Object.keys(sizes)).toEqual(entities.map(({ name }) => name));
});

describe.each(small)('$name', ({ name, system, kind }) => {
  test('has the situations and transitions that the engine finds one by one', { timeout: 120_000 }, () => {
    const quotient = compileSpace(system, kind);
    const plain = new Plain(system, kind, quotient).everything();
    const sweep = new Sweep(findStrips(layOut(quotient)));
    while (!sweep.over) sweep.step();
    expect(sweep.situations).toBe(plain.situations.size);
    expect(sweep.transitions).toBe(plain.transitions);
    expect([...unpacked(sweep)].filter((situation) => !plain.situations.has(situation))).toEqual([]);
  });

  test('has the pinned size, and is the same when explored again', () => {
    const once = explore(system, kind);
    expect(sizeOf(once)).toEqual(sizes[name]);
    expect(explore(system, kind)).toEqual(once);
  });
});

/** Every visited situation, as the states of all regions. */
function* unpacked({ strips, seen }: Sweep): Generator<string> {
  const { layout, nodes, highs, rows } = strips;
  for (let strip = 0; strip < strips.count; strip += 1) {
    const node = nodes[strip] as number;
    for (let low = 0; low < rowLength(layout.lows[node] as number) * 32; low += 1) {
      if ((((seen[(rows[strip] as number) + (low >>> 5)] as number) >>> (low & 31)) & 1) === 0) continue;
      yield String.fromCharCode(
        ...layout.quotient.places.map((_, place) => stateAt(layout, node, highs[strip] as number, low, place)),
      );
    }
  }
}

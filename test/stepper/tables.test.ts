import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../src/model/index.ts';
import type { Place } from '../../src/space/classes.ts';
import type { Node, Quotient } from '../../src/space/quotient.ts';
import { tabulate } from '../../src/stepper/tables.ts';

/** A place that has these classes of states. */
const place = (...classes: number[][]): Place => {
  const states = classes.flat().map(String);
  const at = (state: number): number => classes.findIndex((members) => members.includes(state));
  return {
    member: 0,
    region: 0,
    kind: 'toy',
    name: 'PLACE',
    states,
    classes,
    classOf: Uint8Array.from(states, (_, state) => at(state)),
  };
};

const node = (classes: number[], parts: Partial<Node> = {}): Node => ({
  classes: Uint8Array.from(classes),
  arrows: [],
  idle: [],
  still: [],
  answers: [],
  ...parts,
});

const arrow = (letter: number, to: number, ...sets: number[]) => ({ letter, to, sets: Int8Array.from(sets) });

const quotient = (letters: string[], initial: number[], places: Place[], nodes: Node[]): Quotient => ({
  places,
  letters: letters.map((event) => ({ kind: 'toy', event, params: {}, line: event })),
  nodes,
  initial: Uint8Array.from(initial),
  held: new Set(),
});

const isCommand = ({ event }: { readonly event: string }): boolean => event.startsWith('do');
const refusal = (code: number): Refusal => ({ gate: '1', when: {}, code, mark: 'I' });

describe('the tables of a space of two nodes', () => {
  const [busy, idle] = [refusal(1), refusal(1)];
  const door = place([0], [1]);
  const lamp = place([0, 1, 2]);
  const hue = place([0, 1, 2, 3], [4]);
  const nodes = [
    node([0, 0, 0], {
      arrows: [arrow(0, 1, 1, 2, -1), arrow(2, 0, 0, -1, 3)],
      idle: [3],
      answers: [{ letter: 1, rule: busy }],
    }),
    node([1, 0, 0], {
      arrows: [arrow(2, 0, 0, 0, 1)],
      still: [1, 3],
      answers: [
        { letter: 0, rule: idle },
        { letter: 1, rule: busy },
      ],
    }),
  ];
  const { tables, answers, slots, widths, states } = tabulate(
    quotient(['do open', 'do shut', 'painted', 'shaken'], [0, 1, 1], [door, lamp, hue], nodes),
    isCommand,
  );

  it('has the reachable states of each class', () => expect(states).toEqual([[[0], [1]], [[0, 1, 2]], [[1, 3], []]]));

  it('gives each place the bits of its largest class, one above the other', () => {
    expect(slots).toEqual([
      { word: 0, shift: 0, mask: 0, width: 0 },
      { word: 0, shift: 0, mask: 0b011, width: 2 },
      { word: 0, shift: 2, mask: 0b100, width: 1 },
    ]);
    expect(widths).toEqual([3]);
  });

  it('begins with the digits of the initial states', () =>
    expect([tables.initial, tables.letters, tables.nodes, tables.words, tables.stride]).toEqual([
      Int32Array.of(1),
      4,
      2,
      1,
      4,
    ]));

  it('has an answer for each outcome and each rule', () =>
    expect(answers).toEqual([
      { outcome: 'accepted', rule: undefined },
      { outcome: 'rejected', rule: busy },
      { outcome: 'applied', rule: undefined },
      { outcome: 'rejected', rule: idle },
      { outcome: 'outside', rule: undefined },
    ]));

  it('has an entry for each next node, answer, mask and bits', () =>
    expect(tables.entries).toEqual(
      Int32Array.from(
        [
          [4, 0, ~0b011, 0b010],
          [0, 1, -1, 0],
          [0, 2, ~0b100, 0b100],
          [0, 2, -1, 0],
          [4, 3, -1, 0],
          [4, 4, -1, 0],
          [0, 2, ~0b111, 0b000],
        ].flat(),
      ),
    ));

  it('has a cell for each letter of each node', () =>
    expect(tables.cells).toEqual(Uint16Array.of(0, 1, 2, 3, 4, 5, 6, 5)));
});

describe('the words of a situation', () => {
  const settings = (...sizes: number[]) => {
    const places = sizes.map((size) => place(Array.from({ length: size }, (_, state) => state)));
    const most = Math.max(...sizes);
    const arrows = Array.from({ length: most }, (_, state) =>
      arrow(state, 0, ...sizes.map((size) => Math.min(state, size - 1))),
    );
    const letters = arrows.map(({ letter }) => `set ${letter}`);
    return tabulate(
      quotient(
        letters,
        sizes.map((size) => size - 1),
        places,
        [
          node(
            sizes.map(() => 0),
            { arrows },
          ),
        ],
      ),
      isCommand,
    );
  };

  it('are none if no place has two states', () => {
    const { tables, widths } = settings(1, 1);
    expect([tables.words, tables.stride, tables.initial, widths]).toEqual([0, 2, new Int32Array(0), []]);
    expect(tables.entries).toEqual(Int32Array.of(0, 0));
  });

  it.each([
    [[2], [1]],
    [[3], [2]],
    [[4], [2]],
    [[5], [3]],
    [[32, 32, 32, 32, 32, 32], [30]],
    [
      [32, 32, 32, 32, 32, 33],
      [25, 6],
    ],
    [
      [32, 32, 32, 32, 32, 33, 32, 2, 32],
      [30, 12],
    ],
  ])('of places with %j states have %j bits', (sizes, bits) => expect(settings(...sizes).widths).toEqual(bits));

  it('each have a mask and bits of an entry, and begin with what is initial', () => {
    const { tables, slots } = settings(32, 32, 32, 32, 32, 33, 2);
    expect(slots.slice(4)).toEqual([
      { word: 0, shift: 20, mask: 31 << 20, width: 5 },
      { word: 1, shift: 0, mask: 63, width: 6 },
      { word: 0, shift: 25, mask: 1 << 25, width: 1 },
    ]);
    const [first, second] = [2 ** 26 - 1, 32];
    expect([tables.words, tables.stride, tables.initial]).toEqual([2, 6, Int32Array.of(first, second)]);
    expect(tables.entries.subarray(0, 6)).toEqual(Int32Array.of(0, 0, ~first, 0, ~63, 0));
    const last = [0, 0, ~first, first, ~63, 32];
    expect([...tables.entries.subarray(6 * 32)]).toEqual(last);
  });
});

describe('the cells of a space', () => {
  /** One letter that leads from each node to the next, so that each has an entry of its own. */
  const chain = (length: number) => {
    const nodes = Array.from({ length }, (_, from) => node([0], { arrows: [arrow(0, (from + 1) % length, 0)] }));
    return tabulate(quotient(['next'], [0], [place([0])], nodes), isCommand).tables.cells;
  };
  it('have 16 bits if there are 65,536 entries', () => expect(chain(1 << 16)).toBeInstanceOf(Uint16Array));
  it('have 32 bits if there are more', () => {
    const cells = chain((1 << 16) + 1);
    expect([cells.BYTES_PER_ELEMENT, cells[1 << 16]]).toEqual([4, 1 << 16]);
  });
});

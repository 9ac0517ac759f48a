import { describe, expect, it } from 'vitest';
import { mulberry } from '../../src/laws/walk.ts';
import { type Stepped, Stepper } from '../../src/stepper/stepper.ts';
import { isLit, wall } from './wall.ts';

/** The room of a wall of lamps, without charts and tables. */
class Room {
  readonly lamps: boolean[];
  isShut = false;
  isGreen = false;
  hasStopped = false;

  constructor(lamps: number) {
    this.lamps = Array.from({ length: lamps }, (_, number) => isLit(number));
  }

  /** The outcome of a letter, and the code of a refusal. */
  take(event: string): [outcome: Stepped['outcome'], code?: number] {
    const [, way, number] = /^(on|off)(\d+)$/.exec(event) ?? [];
    if (way !== undefined) {
      if (this.isShut) return ['rejected', 5];
      this.lamps[Number(number)] = way === 'on';
      return ['accepted'];
    }
    if (event === 'knock') return this.isShut ? ['accepted'] : ['rejected', 6];
    if (event === 'rewired') return ['outside'];
    if (event === 'painted') this.isGreen = true;
    if (event === 'dark') this.lamps.fill(false);
    if (event === 'shut' || event === 'open') {
      if (this.isShut === (event === 'shut')) return ['ignored'];
      this.isShut = !this.isShut;
    }
    if (event === 'street dark') {
      if (this.hasStopped) return ['ignored'];
      this.hasStopped = true;
    }
    return ['applied'];
  }

  statuses(): { [phase: string]: string } {
    const lamps = this.lamps.map((isOn, number) => [`LAMP_${number}`, isOn ? 'ON' : 'OFF']);
    return { ...Object.fromEntries(lamps), DOOR: this.isShut ? 'SHUT' : 'OPEN' };
  }

  standing(): number[] {
    return [...this.lamps.map(Number), Number(this.isShut), this.isGreen ? 2 : 0, 0, Number(this.hasStopped)];
  }
}

const nameOf = ({ kind, event }: Stepper['letters'][number]): string => (kind === 'room' ? event : `${kind} ${event}`);

const STEPS = 2_000;

describe.each([
  { lamps: 1, words: 1, widths: 'two bits' },
  { lamps: 29, words: 1, widths: 'a full word' },
  { lamps: 30, words: 2, widths: 'a full word and a bit' },
  { lamps: 43, words: 2, widths: 'two words' },
])('a space of $lamps lamps, in $widths', ({ lamps, words }) => {
  const stepper = new Stepper(wall(lamps), 'room');
  const chance = mulberry(11);
  const letters = Uint8Array.from({ length: STEPS }, () => Math.floor(chance() * stepper.letters.length));

  it('has so many words', () => expect(stepper.tables.words).toBe(words));

  it('agrees with the room at each step of a walk', () => {
    const room = new Room(lamps);
    let situation = stepper.initial;
    for (const letter of letters) {
      const event = nameOf(stepper.letters[letter] as Stepper['letters'][number]);
      const { outcome, error, situation: next } = stepper.step(situation, event);
      const [expected, code] = room.take(event);
      expect([event, outcome, error]).toEqual([
        event,
        expected,
        code === undefined ? undefined : { code, name: `CODE_${code}` },
      ]);
      situation = next;
      expect(stepper.statuses(situation)).toEqual(room.statuses());
      expect(stepper.statuses(situation, 'street')).toEqual({ TRAFFIC: room.hasStopped ? 'STOPPED' : null });
      expect([...stepper.standing(situation)]).toEqual(room.standing());
    }
  });

  it('has one number for each situation', () => {
    const numbers = new Map<string, number>();
    let situation = stepper.initial;
    for (const letter of letters) {
      const standing = stepper.standing(situation).join();
      expect(numbers.get(standing) ?? situation).toBe(situation);
      numbers.set(standing, situation);
      situation = stepper.step(situation, letter).situation;
    }
    expect(new Set(numbers.values()).size).toBe(numbers.size);
  });

  it('is walked by a replay as by steps, from wherever it begins', () => {
    let situation = stepper.initial;
    for (const letter of letters) situation = stepper.step(situation, letter).situation;
    const half = stepper.replay(letters.subarray(0, STEPS / 2)).situation;
    expect(stepper.replay(letters).situation).toBe(situation);
    expect(stepper.replay(letters.subarray(STEPS / 2), half).situation).toBe(situation);
    expect(stepper.replay(new Uint8Array(0), situation).situation).toBe(situation);
  });

  it('has its answers counted by a replay', () => {
    const counts = new Map<string, number>();
    const count = (answer: object, more: number): void => {
      const name = JSON.stringify(answer);
      counts.set(name, (counts.get(name) ?? 0) + more);
    };
    let situation = stepper.initial;
    for (const letter of letters) {
      const { outcome, error, situation: next } = stepper.step(situation, letter);
      count({ outcome, error }, 1);
      situation = next;
    }
    const { counts: replayed } = stepper.replay(letters);
    for (const [answer, times] of replayed.entries()) count(stepper.answers[answer] as object, -times);
    expect(counts.size).toBeGreaterThan(4);
    expect(new Set(counts.values())).toEqual(new Set([0]));
  });
});

describe('a step', () => {
  const stepper = new Stepper(wall(40), 'room');
  const reached = (...events: string[]): number =>
    events.reduce((situation, event) => stepper.step(situation, event).situation, stepper.initial);

  it('shows the statuses that changed, with their codes, and no region in small letters', () => {
    const lit = reached('dark', 'on1', 'on38', 'painted');
    expect(stepper.changes(reached('dark'), lit)).toEqual([
      { entity: 'room', phase: 'LAMP_1', status: 'ON', code: 1 },
      { entity: 'room', phase: 'LAMP_38', status: 'ON', code: 1 },
    ]);
    expect(stepper.step(lit, 'dark').changes).toEqual([
      { entity: 'room', phase: 'LAMP_1', status: 'OFF', code: 2 },
      { entity: 'room', phase: 'LAMP_38', status: 'OFF', code: 2 },
    ]);
  });

  it('shows a status that has no code', () =>
    expect(stepper.step(stepper.initial, 'shut').changes).toEqual([
      { entity: 'room', phase: 'DOOR', status: 'SHUT', code: null },
    ]));

  it('shows what changed in an entity explored along with it', () =>
    expect(stepper.step(stepper.initial, 'street dark').changes).toEqual([
      { entity: 'street', phase: 'TRAFFIC', status: 'STOPPED', code: 4 },
    ]));

  it('that changes nothing ends where it began', () => {
    const lit = reached('on1', 'on38');
    expect(stepper.step(lit, 'on38')).toMatchObject({ outcome: 'accepted', situation: lit, changes: [] });
    expect(stepper.step(lit, 'rewired')).toMatchObject({ outcome: 'outside', situation: lit, changes: [] });
  });

  it('shows a status that was null before', () =>
    expect(stepper.changes(reached('street dark'), stepper.initial)).toEqual([
      { entity: 'street', phase: 'TRAFFIC', status: null, code: null },
    ]));

  it('may be taken by the number of its letter', () =>
    expect(stepper.step(stepper.initial, stepper.letter('on38')).situation).toBe(reached('on38')));
});

describe('a space without words', () => {
  const street = new Stepper(wall(0), 'street');

  it('has a situation for each node', () => {
    const { situation } = street.step(street.initial, 'dark');
    expect([street.tables.words, street.statuses(street.initial), street.statuses(situation)]).toEqual([
      0,
      { TRAFFIC: null },
      { TRAFFIC: 'STOPPED' },
    ]);
    expect(street.replay(Uint8Array.of(0, 0))).toEqual({ situation, counts: Float64Array.of(1, 1) });
  });
});

describe('a space whose situations are not all numbers', () => {
  it('is refused', () =>
    expect(() => new Stepper(wall(44), 'room')).toThrow(
      new RangeError('a situation of toy room with so many free facts does not fit into a number'),
    ));
  it('may need three words', () => expect(() => new Stepper(wall(70), 'room')).toThrow(RangeError));
});

describe('a replay', () => {
  const stepper = new Stepper(wall(30), 'room');
  const size = stepper.letters.length;
  it.each([[[size]], [[0, size]], [[0, size - 1, size, size + 1]]])('of %j is refused at its place', (letters) =>
    expect(() => stepper.replay(Uint8Array.from(letters))).toThrow(
      new RangeError(`there is no letter ${size} at ${letters.indexOf(size)}`),
    ),
  );
  it('may have the last letter', () =>
    expect(stepper.replay(Uint8Array.of(size - 1)).situation).toBe(stepper.step(stepper.initial, size - 1).situation));
});

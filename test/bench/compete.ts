/** A contestant. Returns how many units of work it did, and the seconds if it measured them itself. */
export interface Contestant {
  readonly name: string;
  run(): Lap | number | Promise<Lap | number>;
}

export interface Lap {
  readonly units: number;
  readonly seconds: number;
}

/** The laps of a contestant. Laps of the same number ran directly one after the other. */
export interface Laps {
  readonly name: string;
  readonly laps: readonly Lap[];
  /** Units of work per second in the median lap. */
  readonly rate: number;
}

/**
 * Lets the contestants work in turns, so that other load on the machine affects all of them alike. The first lap is not
 * counted, because compilers and caches are cold.
 */
export async function compete(contestants: readonly Contestant[], rounds: number): Promise<Laps[]> {
  const laps = contestants.map((): Lap[] => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, contestant] of contestants.entries()) {
      const began = process.hrtime.bigint();
      const done = await contestant.run();
      const seconds = Number(process.hrtime.bigint() - began) / 1e9;
      if (round >= 0) laps[index]?.push(typeof done === 'number' ? { units: done, seconds } : done);
    }
  }
  return contestants.map(({ name }, index) => {
    const own = laps[index] as Lap[];
    return { name, laps: own, rate: middle(own.map(({ units, seconds }) => units / seconds)) };
  });
}

/** How many times as fast one was as the other, lap by lap: the median, the least and the most. */
export function ratio(
  one: Laps,
  other: Laps,
): { readonly middle: number; readonly least: number; readonly most: number } {
  const each = one.laps.map(({ units, seconds }, lap) => {
    const against = other.laps[lap] as Lap;
    return units / seconds / (against.units / against.seconds);
  });
  return { middle: middle(each), least: Math.min(...each), most: Math.max(...each) };
}

export function middle(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

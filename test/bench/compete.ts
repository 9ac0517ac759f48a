/** One who does the work: gives how many units of work were done, and in how many seconds if it measured that itself. */
export interface Contestant {
  readonly name: string;
  run(): Lap | number | Promise<Lap | number>;
}

export interface Lap {
  readonly units: number;
  readonly seconds: number;
}

/** What a contestant did, lap by lap; all laps of one number were run right behind each other. */
export interface Laps {
  readonly name: string;
  readonly laps: readonly Lap[];
  /** Units of work a second, in the lap in the middle. */
  readonly rate: number;
}

/**
 * Lets the contestants do their work by turns, so that whatever else the machine does strikes all of them alike. A first
 * lap is not counted: compilers and caches are cold then.
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

/** How many times as fast the one was as the other: lap by lap, the one in the middle, and the least and the most. */
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

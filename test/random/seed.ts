const { SEED } = process.env;

/** Seeds are pinned, so that a run can be repeated. SEED=NUMBER sets another one for every random test. */
export function seedOr(pinned: number): number {
  if (SEED === undefined) return pinned;
  const seed = Number(SEED);
  if (!Number.isInteger(seed)) throw new Error(`SEED is a whole number, not ${SEED}.`);
  return seed;
}

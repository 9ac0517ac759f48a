/** The states of a mask, in order. */
export function statesIn(mask: number): number[] {
  const states: number[] = [];
  for (let left = mask; left !== 0; left &= left - 1) states.push(31 - Math.clz32(left & -left));
  return states;
}

/** The mask of every state of a level. */
export const allStates = (count: number): number => (count === 32 ? -1 : (1 << count) - 1);

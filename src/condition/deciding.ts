import type { Truth } from './three-valued.ts';

/**
 * The gates that may decide, given what is known, in the order in which they are asked: any of them may be the first
 * that holds. If `sure`, one of them does; otherwise it is also possible that no gate holds.
 */
export function mayDecide<Gate>(
  gates: readonly Gate[],
  truthOf: (gate: Gate) => Truth,
): { readonly gates: readonly Gate[]; readonly sure: boolean } {
  const found: Gate[] = [];
  for (const gate of gates) {
    const truth = truthOf(gate);
    if (truth === false) continue;
    found.push(gate);
    if (truth === true) return { gates: found, sure: true };
  }
  return { gates: found, sure: false };
}

/** The gate that decides if everything is known: the first that holds. */
export function firstThatHolds<Gate>(gates: readonly Gate[], holds: (gate: Gate) => boolean): Gate | undefined {
  for (let each = 0; each < gates.length; each += 1) if (holds(gates[each] as Gate)) return gates[each];
  return undefined;
}

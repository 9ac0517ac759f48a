/** Three-valued truth: what is known may not be enough to decide. */
export type Truth = boolean | 'unknown';

/** Or, if `decisive` is true; and, if it is false. What follows a decisive part is not asked. */
export function combine<Part>(parts: readonly Part[], truthOf: (part: Part) => Truth, decisive: boolean): Truth {
  let found: Truth = !decisive;
  for (const part of parts) {
    const truth = truthOf(part);
    if (truth === decisive) return decisive;
    if (truth === 'unknown') found = truth;
  }
  return found;
}

export const negate = (truth: Truth): Truth => (truth === 'unknown' ? truth : !truth);

/** The value of a name in a condition: a status (null if the phase has not run), or a fact's value. */
export type Value = string | number | boolean | null;

/** Exactly this value, one of these values, or none of these values. */
export type Wanted = Value | readonly Value[] | { readonly not: Value | readonly Value[] };

/**
 * Names and the values they must have; all must match. A name is a region of the entity's chart (`SCAN`), a fact
 * (`linkUnstable`) or, after a `$`, a parameter of the event (`$code`; null if it is not given).
 */
export type Pattern = { readonly [name: string]: Wanted };

/** A condition is data: the guards, the judge, the sentences, the diagrams and the exports all read the same one. */
export type Condition =
  | Pattern
  | ({ readonly any: readonly Condition[] } & Called)
  | ({ readonly all: readonly Condition[] } & Called)
  | ({ readonly none: readonly Condition[] } & Called);

/** What people call the condition, where spelling it out would say less: `True-Up is paused or suspended`. */
export interface Called {
  readonly called?: string;
}

/** What a name in a condition can be: a status (null until the phase has run), or a fact's value. */
export type Value = string | number | boolean | null;

/** One value, one of several, or none of several. */
export type Wanted = Value | readonly Value[] | { readonly not: Value | readonly Value[] };

/**
 * Names and what they must be, all at once. A name is a region of the entity's chart (`SCAN`), a fact (`linkUnstable`)
 * or, behind a `$`, a parameter of the event that is asked about (`$code`; null where it is not given).
 */
export type Pattern = { readonly [name: string]: Wanted };

/** A condition is data: the guards, the judge, the sentences, the diagrams and the exports all read the same one. */
export type Condition =
  | Pattern
  | ({ readonly any: readonly Condition[] } & Called)
  | ({ readonly all: readonly Condition[] } & Called)
  | ({ readonly none: readonly Condition[] } & Called);

/** What a person calls the condition, where spelling it out would say less: `True-Up is paused or suspended`. */
export interface Called {
  readonly called?: string;
}

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

/** The four forms of a condition, told apart once for all readers. */
export type ConditionForm =
  | { form: 'any' | 'all' | 'none'; of: readonly Condition[]; called?: string }
  | { form: 'pattern'; of: readonly { name: string; values: readonly Value[]; negated: boolean }[] };

const isList = (wanted: unknown): wanted is readonly Value[] => Array.isArray(wanted);

/** Tells which form a condition has, with every pattern spelled out as name, values and whether it is negated. */
export function formOf(condition: Condition): ConditionForm {
  for (const form of ['any', 'all', 'none'] as const) {
    const of = (condition as Record<string, unknown>)[form];
    if (!Array.isArray(of)) continue;
    const { called } = condition as Called;
    return { form, of: of as Condition[], ...(called === undefined ? {} : { called }) };
  }
  const of = Object.entries(condition as Pattern).map(([name, wanted]) => {
    if (wanted !== null && typeof wanted === 'object' && 'not' in wanted) {
      return { name, values: isList(wanted.not) ? wanted.not : [wanted.not], negated: true };
    }
    return { name, values: isList(wanted) ? wanted : [wanted], negated: false };
  });
  return { form: 'pattern', of };
}

/** A condition as a formula, for the names of guards and for tools that show them. */
export function formulaOf(condition: Condition): string {
  const read = formOf(condition);
  if (read.form === 'pattern') {
    const parts = read.of.map(({ name, values, negated }) => `${name} ${negated ? 'not ' : ''}in ${values.join('|')}`);
    return parts.length === 0 ? 'always' : parts.join(', ');
  }
  return `${read.form}(${read.of.map(formulaOf).join('; ')})`;
}

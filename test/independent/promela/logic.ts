/** Expressions of Promela, in brackets where they need them; known operands are simplified away. */
export const TRUE = 'true';
export const FALSE = 'false';

export function every(parts: readonly string[]): string {
  const asked = [...new Set(parts)].filter((part) => part !== TRUE);
  if (asked.includes(FALSE)) return FALSE;
  return asked.length === 0 ? TRUE : asked.length === 1 ? (asked[0] as string) : `(${asked.join(' && ')})`;
}

export function some(parts: readonly string[]): string {
  const asked = [...new Set(parts)].filter((part) => part !== FALSE);
  if (asked.includes(TRUE)) return TRUE;
  return asked.length === 0 ? FALSE : asked.length === 1 ? (asked[0] as string) : `(${asked.join(' || ')})`;
}

/** Every expression except a negation is in brackets, because `!!` is another token. */
export function not(part: string): string {
  if (part === TRUE || part === FALSE) return part === TRUE ? FALSE : TRUE;
  return part.startsWith('!') ? part.slice(1) : `!${part}`;
}

/** `then` if the question holds, else `otherwise`. */
export const either = (question: string, then: string, otherwise: string): string =>
  then === otherwise ? then : some([every([question, then]), every([not(question), otherwise])]);

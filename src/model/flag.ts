/** The values of a fact that is so or is not, and usually is not. */
export const flag = { values: [false, true], usual: false } as const;

/** How such a fact reads in a sentence. */
export const says = (yes: string, no: string): { readonly true: string; readonly false: string } => ({
  true: yes,
  false: no,
});

/** A boolean fact that is usually false. */
export const flag = { values: [false, true], usual: false } as const;

/** How a boolean fact reads in a sentence. */
export const says = (yes: string, no: string): { readonly true: string; readonly false: string } => ({
  true: yes,
  false: no,
});

/** The words of a module outside its comments and strings: what it declares, imports and speaks of. */
export const wordsOf = (code: string): string[] =>
  code.replace(/\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'|"[^"\n]*"/g, ' ').match(/[A-Za-z_$][\w$]*/g) ?? [];

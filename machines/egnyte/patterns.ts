/**
 * Whether a text is a glob (egnyte 2.3, C5): not empty, every `[` and `{` closed, and no single backslash at the end. A
 * backslash makes the next character literal.
 */
export function isGlob(text: string): boolean {
  if (text === '') return false;
  let braces = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') {
      at += 1;
      if (at === text.length) return false;
    } else if (character === '[') {
      at = endOfClass(text, at);
      if (at < 0) return false;
    } else if (character === '{') braces += 1;
    else if (character === '}' && braces > 0) braces -= 1;
  }
  return braces === 0;
}

/** The index of the `]` that closes a class; -1 if there is none. Inside a class, a brace is an ordinary character. */
function endOfClass(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === ']') return at;
  }
  return -1;
}

export function isRegularExpression(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}

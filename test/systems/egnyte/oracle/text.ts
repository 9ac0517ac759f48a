import type { World } from './world.ts';

/** Paths and patterns. */

export function samePath(path: string): string {
  const short = path.endsWith('/') ? path.slice(0, -1) : path;
  return short.toLowerCase();
}

/** Of several rules that cover a path the last counts (egnyte 6). */
export function isForbidden(world: World, path: string | null): boolean {
  // open: a job or project without a destination writes nowhere, so no rule forbids it, not even path=/
  if (path === null) return false;
  const asked = samePath(path);
  let forbidden = false;
  for (const said of world.destinations) {
    const top = samePath(said.path);
    if (asked === top || asked.startsWith(`${top}/`)) forbidden = said.forbidden;
  }
  return forbidden;
}

/** C5 → 635. */
export function isBadGlob(glob: string): boolean {
  if (glob === '') return true;
  // open: a backslash escapes the next character, so `\[` opens nothing, and `\\` at the end is complete; inside [ ]
  // only `]` is special (`[{]` and `[[]` are closed, `[]` too); a `]` or `}` that closes nothing is allowed; `{` may be
  // nested
  let inClass = false;
  let braces = 0;
  for (let i = 0; i < glob.length; i++) {
    const sign = glob.charAt(i);
    if (sign === '\\') {
      if (i === glob.length - 1) return true;
      i++;
    } else if (inClass) {
      if (sign === ']') inClass = false;
    } else if (sign === '[') {
      inClass = true;
    } else if (sign === '{') {
      braces++;
    } else if (sign === '}' && braces > 0) {
      braces--;
    }
  }
  return inClass || braces > 0;
}

/** C5 → 636. */
export function isBadRegex(regex: string): boolean {
  try {
    // open: read without flags
    new RegExp(regex);
    return false;
  } catch {
    return true;
  }
}

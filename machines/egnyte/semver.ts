/** A version as in semver.org: three numbers without leading zeros, optionally a pre-release and build data. */
export const semver =
  '^(?:0|[1-9]\\d*)\\.(?:0|[1-9]\\d*)\\.(?:0|[1-9]\\d*)(?:-(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)(?:\\.(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*))*)?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$';

const SEMVER = new RegExp(semver);

export const isSemver = (version: string): boolean => SEMVER.test(version);

/** Whether version a is older than version b in SemVer order; build data is ignored. */
export function isOlder(a: string, b: string): boolean {
  const [core, before] = parts(a);
  const [otherCore, otherBefore] = parts(b);
  const byCore = compare(core, otherCore);
  if (byCore !== 0) return byCore < 0;
  if (before.length === 0 || otherBefore.length === 0) return before.length > otherBefore.length;
  return compare(before, otherBefore) < 0;
}

function parts(version: string): [core: string[], before: string[]] {
  const [, core = '', before] = /^([^-+]*)(?:-([^+]*))?/.exec(version) ?? [];
  return [core.split('.'), before?.split('.') ?? []];
}

/** Numbers by value and before words, words by character, and a prefix before anything that continues it. */
function compare(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const [left, right] = [a[at], b[at]];
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1;
    if (left === right) continue;
    const [isNumber, isOtherNumber] = [/^\d+$/.test(left), /^\d+$/.test(right)];
    if (isNumber && isOtherNumber) return left.length - right.length || (left < right ? -1 : 1);
    if (isNumber || isOtherNumber) return isNumber ? -1 : 1;
    return left < right ? -1 : 1;
  }
  return 0;
}

/** SemVer 2.0.0: what is a version, and which of two is older. */

const number = '(0|[1-9][0-9]*)';
const identifier = '(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)';
const form = new RegExp(
  `^${number}\\.${number}\\.${number}(?:-(${identifier}(?:\\.${identifier})*))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$`,
);

export function isSemver(text: string): boolean {
  return form.test(text);
}

function parse(text: string): { core: string[]; pre: string[] } {
  const match = form.exec(text);
  if (match === null) return { core: ['0', '0', '0'], pre: [] };
  const pre = match[4] ?? '';
  return { core: [match[1] ?? '0', match[2] ?? '0', match[3] ?? '0'], pre: pre === '' ? [] : pre.split('.') };
}

/** Two numbers without leading zeros, of any length. */
function compareNumbers(a: string, b: string): number {
  if (a.length !== b.length) return a.length < b.length ? -1 : 1;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function comparePart(a: string, b: string): number {
  const aIsNumber = /^[0-9]+$/.test(a);
  const bIsNumber = /^[0-9]+$/.test(b);
  if (aIsNumber && bIsNumber) return compareNumbers(a, b);
  if (aIsNumber) return -1;
  if (bIsNumber) return 1;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function isOlder(a: string, b: string): boolean {
  const left = parse(a);
  const right = parse(b);
  for (let i = 0; i < 3; i++) {
    const order = compareNumbers(left.core[i] ?? '0', right.core[i] ?? '0');
    if (order !== 0) return order < 0;
  }
  if (left.pre.length === 0) return false;
  if (right.pre.length === 0) return true;
  for (let i = 0; i < left.pre.length && i < right.pre.length; i++) {
    const order = comparePart(left.pre[i] ?? '', right.pre[i] ?? '');
    if (order !== 0) return order < 0;
  }
  return left.pre.length < right.pre.length;
}

import type { Code } from '../../../oracle/types.ts';

/** The names of the codes (mozilla-sync 7). */
const names = new Map<Code, string>([
  [1, 'ERROR_ILLEGAL_METHOD'],
  [2, 'ERROR_INVALID_CAPTCHA'],
  [3, 'ERROR_INVALID_USER'],
  [4, 'ERROR_INVALID_WRITE'],
  [5, 'ERROR_WRONG_USERID'],
  [6, 'ERROR_MALFORMED_JSON'],
  [7, 'ERROR_MISSING_PASSWORD'],
  [8, 'ERROR_INVALID_WBO'],
  [9, 'ERROR_WEAK_PASSWORD'],
  [10, 'ERROR_INVALID_RESET_CODE'],
  [11, 'ERROR_UNSUPPORTED_FUNCTION'],
  [12, 'ERROR_NO_EMAIL_ADDRESS'],
  [13, 'ERROR_INVALID_COLLECTION'],
  [14, 'ERROR_OVER_QUOTA'],
  [15, 'ERROR_USERNAME_EMAIL_MISMATCH'],
  [16, 'CLIENT_UPGRADE_REQUIRED'],
  [17, 'WEAVE_SIZE_LIMIT_EXCEEDED'],
  ['server issue: pool exhausted', 'POOL_EXHAUSTED'],
  ['server issue: getVS failed', 'GETVS_FAILED'],
  ['server issue: prefix not set', 'PREFIX_NOT_SET'],
  ['server issue: database not in pool', 'DATABASE_NOT_IN_POOL'],
  ['server issue: host header not received from client', 'HOST_HEADER_NOT_RECEIVED'],
  ['server issue: database lookup failed', 'DATABASE_LOOKUP_FAILED'],
  ['server issue: database is not healthy', 'DATABASE_NOT_HEALTHY'],
  ['server issue: database marked as down', 'DATABASE_MARKED_AS_DOWN'],
  ['server issue: node reassignment', 'NODE_REASSIGNMENT'],
  [0, 'WEAVE_UNKNOWN_ERROR'],
  [401, 'UNAUTHORIZED'],
  [404, 'NOT_FOUND'],
  [412, 'PRECONDITION_FAILED'],
]);

export function nameOf(code: Code): string | undefined {
  return names.get(code);
}

/** The string of a fault that `node fault` can arm. */
export function faultString(name: string): string {
  if (name === 'POOL_EXHAUSTED') return 'server issue: pool exhausted';
  if (name === 'GETVS_FAILED') return 'server issue: getVS failed';
  if (name === 'PREFIX_NOT_SET') return 'server issue: prefix not set';
  return 'server issue: database not in pool';
}

/** Up to 15 digits (mozilla-sync 1); anything else is refused by the servers, so it reaches the gates. */
export function wholeNumber(text: string): number | null {
  // open: a whole number has no sign and no decimal point, and may begin with 0
  return /^[0-9]{1,15}$/.test(text) ? Number(text) : null;
}

/** With a sign, as only a sortindex may have one. */
export function signedWholeNumber(text: string): number | null {
  // open: a leading + is not a whole number
  return /^-?[0-9]{1,15}$/.test(text) ? Number(text) : null;
}

/** Shorter than 8 characters, or equal to NAME apart from letter case and surrounding blanks (mozilla-sync 2). */
export function isWeak(password: string, name: string): boolean {
  // open: a surrogate pair counts as one character
  if ([...password].length < 8) return true;
  return password.trim().toLowerCase() === name.toLowerCase();
}

/** LOCAL@DOMAIN (mozilla-sync 2). */
export function isWellFormed(email: string): boolean {
  const at = email.indexOf('@');
  if (at < 0) return false;
  const local = email.slice(0, at);
  for (const part of local.split('.')) {
    if (part === '') return false;
  }
  if (/\s/.test(local)) return false;
  for (const sign of '<>()[]\\,;:@"') {
    if (local.includes(sign)) return false;
  }
  const labels = email.slice(at + 1).split('.');
  if (labels.length < 2) return false;
  for (const label of labels) {
    // open: only ASCII letters count
    if (!/^[A-Za-z0-9-]+$/.test(label)) return false;
  }
  return /^[A-Za-z]{2,}$/.test(labels[labels.length - 1] ?? '');
}

export function localPart(email: string): string {
  return email.slice(0, email.indexOf('@'));
}

/** Gate 9 of a request (mozilla-sync 3). */
export function isCollectionName(name: string): boolean {
  return /^[A-Za-z0-9._-]{1,32}$/.test(name);
}

/** The part of the id before the last dot, or `1` if there is no dot (mozilla-sync 1). */
export function collectionOf(bso: string): string {
  const dot = bso.lastIndexOf('.');
  return dot < 0 ? '1' : bso.slice(0, dot);
}

export function itemNameOf(bso: string): string {
  return bso.slice(bso.lastIndexOf('.') + 1);
}

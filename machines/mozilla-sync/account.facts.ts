import { type Fact, flag, says } from '../../src/define/index.ts';
import { captchaRequired, strictUsernames } from './settings.ts';

/** LOCAL@DOMAIN (mozilla-sync 2). */
const PART = '[^\\s<>()[\\]\\\\,;:@".]+';
const EMAIL = new RegExp(`^(${PART}(?:\\.${PART})*)@(?:[A-Za-z0-9-]+\\.)+[A-Za-z]{2,}$`, 'u');

/** The part of a well-formed address before the @. */
const localPartOf = (email: string): string | undefined => EMAIL.exec(email)?.[1];

const SHORTEST_PASSWORD = 8;

/** Counted in characters, not in code units. */
const lengthOf = (text: string): number => [...text].length;

/**
 * What an account's gates read of the server and of their parameters (mozilla-sync 2). The view shows only the first.
 */
export const accountFacts = {
  captchaRequired: {
    ...flag,
    of: ({ world }) => captchaRequired(world),
    changedBy: ['server set captcha=on'],
    says: says('the server asks for a captcha', 'the server asks for no captcha'),
  },
  strictUsernames: {
    values: [false, true],
    usual: true,
    shown: false,
    of: ({ world }) => strictUsernames(world),
    changedBy: ['server set strictUsernames=off'],
    says: says('names must be those of the addresses', 'names may be others than those of the addresses'),
  },
  email: {
    values: ['none', 'malformed', 'wellFormed'],
    usual: 'none',
    usesParams: true,
    paramsOnly: true,
    of: ({ params: { email = '' } }) =>
      email === '' ? 'none' : localPartOf(email) === undefined ? 'malformed' : 'wellFormed',
    changedBy: ['account create email=nobody', 'account create password=correct-horse email=1@example.com'],
    says: {
      none: 'no address is given',
      malformed: 'the address is not well formed',
      wellFormed: 'the address is well formed',
    },
  },
  emailOfAnother: {
    ...flag,
    usesParams: true,
    of: ({ self, params: { email = '' } }) => {
      const local = localPartOf(email);
      return local !== undefined && local.toLowerCase() !== self.id.toLowerCase();
    },
    changedBy: ['account create email=2@example.com'],
    says: says('the address is that of another name', 'no address of another name is given'),
  },
  password: {
    values: ['missing', 'short', 'long'],
    usual: 'long',
    usesParams: true,
    paramsOnly: true,
    of: ({ params: { password = '' } }) =>
      password === '' ? 'missing' : lengthOf(password) < SHORTEST_PASSWORD ? 'short' : 'long',
    changedBy: ['account create', 'account create password=short', 'account create password=correct-horse'],
    says: {
      missing: 'no password is given',
      short: `the password has fewer than ${SHORTEST_PASSWORD} characters`,
      long: `the password has ${SHORTEST_PASSWORD} characters or more`,
    },
  },
  passwordIsName: {
    ...flag,
    usesParams: true,
    of: ({ self, params: { password = '' } }) => password.trim().toLowerCase() === self.id.toLowerCase(),
    says: says('the password is the name', 'the password is not the name'),
  },
} as const satisfies { readonly [fact: string]: Fact };

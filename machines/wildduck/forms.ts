import type { EventSpec, Form } from '../../src/define/index.ts';

/** A command without parameters. Like all commands it accepts any key, and the system itself answers a wrong one. */
export const bare = (says: string) => ({ says, anyParams: true }) as const;

/** A command with parameters of its own. */
export const command = <const P extends Params>(says: string, params: P) =>
  ({ says, anyParams: true, params }) as const;

/** A command to something that belongs to the user named in the path (wildduck 1). */
export const ofUser = <const P extends Params>(says: string, params: P) => command(says, { user: id, ...params });

type Params = NonNullable<EventSpec['params']>;

/** A bad value has a code: InputValidationError. */
const own = <const F extends Form>(is: F) => ({ is, anyValue: true }) as const;

/** How many digits a whole number may have. */
export const DIGITS = 15;

export const text = own({ text: true, filled: true });
export const whole = own({ whole: { digits: DIGITS } });
export const flag = own({ one: ['yes', 'no'] });
export const id = own({ id: true });
export const span = own({ span: {} });
export const oneOf = <const W extends readonly string[]>(...words: W) => own({ one: words });

/** Before the `@`: parts joined by single dots, at most 64 characters. */
const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\-]+";
const local = `(?=[^@]{1,64}@)${atom}(?:\\.${atom})*`;

/** After it: at least two labels, the last of which begins with a letter. */
const rest = '(?:[A-Za-z0-9\\-]{0,61}[A-Za-z0-9])?';
const domain = `(?:[A-Za-z0-9]${rest}\\.)+[A-Za-z]${rest}`;
const mail = `(?=.{3,254}$)${local}@${domain}`;

/** An address that mail can be sent to. */
export const address = own({ matching: `^${mail}$`, called: 'a mail address' });

/**
 * An address that can be created: no `+` and at most one `*`; a word before the `@` may also stand alone for all
 * domains.
 */
export const newAddress = own({
  matching: `^(?!.*\\+)(?!.*\\*.*\\*)(?:${mail}|[A-Za-z0-9_]+@\\*)$`,
  called: 'a mail address without + and with one * at most, or word@*',
});

export const plainAddress = own({ matching: `^(?!.*\\*)${mail}$`, called: 'a mail address without *' });

/** A valid user name. */
export const userName = own({
  matching: '^(?=.{1,128}$)[A-Za-z0-9\\-]+(?:[._][A-Za-z0-9\\-]+)*$',
  called: 'a user name: letters, digits and -, joined by single . or _, 128 characters at most',
});

/** Lengths count characters, whatever the encoding; a leading `/` is allowed. */
export const path = own({
  matching: '^(?:[^/]{1,512}(?:/[^/]{1,512}){0,127}|(?:/[^/]{1,512}){1,127})$',
  called: 'a path of at most 128 parts, none empty and none over 512 characters',
});

/** The protocols that a user's access can be limited to. */
export const protocols = ['imap', 'pop3', 'smtp'] as const;

/** Without duplicates. */
const listOf = (words: string): string => `(?!(?:.*,)?([^,]+),(?:.*,)?\\1(?:,|$))(?:${words})(?:,(?:${words}))*`;

export const protocolList = own({
  matching: `^(?:${listOf(protocols.join('|'))})?$`,
  called: 'a list of imap, pop3 and smtp, perhaps empty, none twice',
});

export const scopeList = own({
  matching: `^${listOf([...protocols, '\\*'].join('|'))}$`,
  called: 'a list of imap, pop3, smtp and *, not empty, none twice',
});

export const wordsOf = (list: string): string[] => list.split(',').filter((word) => word !== '');

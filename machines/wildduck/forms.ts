import type { EventSpec, Form } from '../../src/model/index.ts';

/** A command without parameters: like all of them it takes any key, and the system itself answers one that is wrong. */
export const bare = (says: string) => ({ says, anyParams: true }) as const;

/** A command with parameters of its own. */
export const command = <const P extends Params>(says: string, params: P) =>
  ({ says, anyParams: true, params }) as const;

/** A command to something that belongs to a user, who is named in the path (rulebook 1). */
export const ofUser = <const P extends Params>(says: string, params: P) => command(says, { user: id, ...params });

type Params = NonNullable<EventSpec['params']>;

/** A value that does not fit has a code: InputValidationError. */
const own = <const F extends Form>(is: F) => ({ is, anyValue: true }) as const;

export const text = own({ text: true, filled: true });
export const whole = own({ whole: {} });
export const flag = own({ one: ['yes', 'no'] });
export const id = own({ id: true });
export const span = own({ span: {} });
export const oneOf = <const W extends readonly string[]>(...words: W) => own({ one: words });

export const address = own({
  matching: '^(?!.*\\*.*\\*)[^@+\\s]+@[^@+\\s]+$',
  called: 'an address without blanks or +, with one * at most',
});

export const plainAddress = own({ matching: '^[^@+*\\s]+@[^@+*\\s]+$', called: 'an address without blanks, + or *' });

/** Lengths are counted in characters, whatever their encoding. */
export const path = own({
  matching: '^[^/]{1,512}(/[^/]{1,512}){0,127}$',
  called: 'a path of at most 128 parts, none empty and none over 512 characters',
});

/** The protocols that a user's access can be narrowed to. */
export const protocols = ['imap', 'pop3', 'smtp'] as const;

const listOf = (words: string): string => `(${words})(,(${words}))*`;

export const protocolList = own({
  matching: `^(${listOf(protocols.join('|'))})?$`,
  called: 'a list of imap, pop3 and smtp, perhaps empty',
});

export const scopeList = own({
  matching: `^${listOf([...protocols, '\\*'].join('|'))}$`,
  called: 'a list of imap, pop3, smtp and *, not empty',
});

export const wordsOf = (list: string): string[] => list.split(',').filter((word) => word !== '');

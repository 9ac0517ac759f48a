import type { EventStep } from '../../../src/model/index.ts';

/** A command that the model answers differently from the server, and why. */
export interface KnownDifference {
  /** `KIND COMMAND`. */
  readonly command: string;
  /** The model's answer. */
  readonly model: string;
  /** The server's code, or none. */
  readonly server: string | undefined;
  readonly why: string;
}

/** The server refuses without a code of its list, and the model has to name one (wildduck 10). */
export const known: readonly KnownDifference[] = [
  {
    command: 'user webauthn.register',
    model: 'InputValidationError',
    server: 'ERR_INVALID_ARG_TYPE',
    why: 'without an open challenge the server breaks off at the empty record that Redis gives it',
  },
  {
    command: 'user webauthn.authenticate',
    model: 'InputValidationError',
    server: 'ERR_INVALID_ARG_TYPE',
    why: 'without an open challenge the server breaks off at the empty record that Redis gives it',
  },
  {
    command: 'user webauthn.remove',
    model: 'UserNotFound',
    server: undefined,
    why: 'without a user the server breaks off with a JavaScript error',
  },
  {
    command: 'address delete',
    model: 'AddressNotFound',
    server: undefined,
    why: 'at a forwarded address the server breaks off with a JavaScript error',
  },
  {
    command: 'message move',
    model: 'NoSuchMailbox',
    server: undefined,
    why: 'to a mailbox that is not there the server answers 500 without a code',
  },
  {
    command: 'message delete',
    model: 'MessageNotFound',
    server: undefined,
    why: 'for a message that is not there the server answers 404 without a code',
  },
  {
    command: 'message deliver',
    model: 'UserNotFound',
    server: undefined,
    why: 'LMTP refuses an unknown recipient in its own words',
  },
];

export const knownDifference = (
  { kind, type }: EventStep,
  model: string,
  server: string | undefined,
): KnownDifference | undefined =>
  known.find((each) => each.command === `${kind} ${type}` && each.model === model && each.server === server);

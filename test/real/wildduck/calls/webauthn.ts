import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type Calls, idOf, type Real } from './real.ts';

const ORIGIN = 'https://example.com';
const rpIdHash = createHash('sha256').update('example.com').digest();

/** A security key, made once for each credential of an account. */
interface Key {
  readonly rawId: Buffer;
  readonly privateKey: KeyObject;
  readonly point: { readonly x: Buffer; readonly y: Buffer };
}

const keys = new Map<string, Key>();
let counter = 0;

function keyOf(account: string, credential: string): Key {
  const name = `${account} ${credential}`;
  const known = keys.get(name);
  if (known) return known;
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const point = { x: Buffer.from(x, 'base64url'), y: Buffer.from(y, 'base64url') };
  const key = { rawId: createHash('sha256').update(name).digest(), privateKey, point };
  keys.set(name, key);
  return key;
}

/** The few forms of CBOR (RFC 8949) that an attestation needs. */
type Cbor = number | string | Buffer | Map<number | string, Cbor>;

function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, value.length), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, each]) => [cbor(key), cbor(each)])]);
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  return length < 256
    ? Buffer.from([(major << 5) | 24, length])
    : Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
}

const clientData = (type: string, challenge: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge: Buffer.from(challenge, 'hex').toString('base64url'), origin: ORIGIN }));

function authenticatorData(flags: number, attested = Buffer.alloc(0)): Buffer {
  counter += 1;
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([rpIdHash, Buffer.from([flags]), count, attested]);
}

function attestation({ rawId, point }: Key): Buffer {
  const publicKey = new Map<number, Cbor>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, point.x],
    [-3, point.y],
  ]);
  const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, rawId.length]), rawId, cbor(publicKey)]);
  return cbor(
    new Map<string, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authenticatorData(0x41, attested)],
    ]),
  );
}

const path = (real: Real, id: string, end: string): string => `/users/${idOf(real, 'user', id)}/2fa/webauthn/${end}`;

/** The challenge of that name, or one that the server never gave. */
const challengeOf = (real: Real, id: string, sort: string, name: string): string =>
  real.secrets.get(`${sort} ${idOf(real, 'user', id)} ${name}`) ??
  createHash('sha512').update(`${sort} ${id} ${name}`).digest('hex');

export const webauthn: Calls = {
  async 'webauthn.challenge'(real, id, { for: sort = 'registration', challenge = '1' }) {
    const reply = await real.api.call('POST', path(real, id, `${sort}-challenge`), {
      origin: ORIGIN,
      ...(sort === 'registration' ? { description: 'key' } : {}),
      authenticatorAttachment: 'cross-platform',
    });
    const options = reply.body[`${sort}Options`] as { challenge: string } | undefined;
    if (reply.answer.accepted && options) {
      real.secrets.set(`${sort} ${idOf(real, 'user', id)} ${challenge}`, options.challenge);
    }
    return reply;
  },

  'webauthn.register'(real, id, { challenge: name = '1', credential = '1' }) {
    const key = keyOf(idOf(real, 'user', id), credential);
    const challenge = challengeOf(real, id, 'registration', name);
    return real.api.call('POST', path(real, id, 'registration-attestation'), {
      challenge,
      rawId: key.rawId.toString('hex'),
      clientDataJSON: clientData('webauthn.create', challenge).toString('hex'),
      attestationObject: attestation(key).toString('hex'),
    });
  },

  'webauthn.authenticate'(real, id, { challenge: name = '1', credential = '1' }) {
    const key = keyOf(idOf(real, 'user', id), credential);
    const challenge = challengeOf(real, id, 'authentication', name);
    const data = authenticatorData(1);
    const client = clientData('webauthn.get', challenge);
    const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
    return real.api.call('POST', path(real, id, 'authentication-assertion'), {
      challenge,
      rawId: key.rawId.toString('hex'),
      clientDataJSON: client.toString('hex'),
      authenticatorData: data.toString('hex'),
      signature: sign('sha256', signed, key.privateKey).toString('hex'),
    });
  },

  /** A credential that was registered twice has two records. Both are deleted. */
  async 'webauthn.remove'(real, id, { credential = '1' }) {
    const rawId = keyOf(idOf(real, 'user', id), credential).rawId.toString('hex');
    const { body } = await real.api.call('GET', path(real, id, 'credentials'));
    const all = (body.credentials ?? []) as { id: string; rawId: string }[];
    const [first, ...further] = all.filter((each) => each.rawId === rawId);
    const unknown = createHash('sha1').update(rawId).digest('hex').slice(0, 24);
    const reply = await real.api.call('DELETE', path(real, id, `credentials/${first?.id ?? unknown}`));
    for (const each of further) await real.api.call('DELETE', path(real, id, `credentials/${each.id}`));
    return reply;
  },
};

import { createHmac } from 'node:crypto';
import type { Reply } from '../api.ts';
import { type Calls, idOf, type Real } from './real.ts';

/** One-time codes (RFC 6238): HMAC-SHA-1 over steps of 30 seconds. */
function codeAt(seed: string, step: number): string {
  const bits = [...seed.replace(/=+$/, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', key).update(counter).digest();
  const at = (digest.at(-1) as number) & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** How many steps before and after the server accepts. */
const WINDOW = 6;

const path = (real: Real, id: string, end: string): string => `/users/${idOf(real, 'user', id)}/2fa/${end}`;

/**
 * The code that a token stands for. A right one is the code of the step before now, which ends after 180 s. If a check
 * has already accepted that code, it is the code of an earlier step.
 */
function tokenOf(real: Real, id: string, token: string): string {
  const account = idOf(real, 'user', id);
  const seed = real.secrets.get(`seed ${account}`);
  const now = Math.floor(real.now() / 30_000);
  const right = Array.from({ length: 2 * WINDOW + 1 }, (_, each) => codeAt(seed ?? 'AAAAAAAA', now - WINDOW + each));
  const used = real.secrets.get(`code ${account}`) ?? '';
  if (token === 'used') return used || wrongFor(right);
  if (token === 'wrong' || seed === undefined) return wrongFor([...right, used]);
  const shown = new Set((real.secrets.get(`shown ${account}`) ?? '').split(' '));
  const steps = Array.from({ length: WINDOW }, (_, each) => now - 1 - each);
  return steps.map((step) => codeAt(seed, step)).find((code) => !shown.has(code)) ?? wrongFor([...right, used]);
}

const wrongFor = (right: readonly string[]): string =>
  ['000000', '111111', '222222'].find((code) => !right.includes(code)) ?? '333333';

async function show(real: Real, id: string, command: string, token: string): Promise<Reply> {
  const account = idOf(real, 'user', id);
  const code = tokenOf(real, id, token);
  const reply = await real.api.call('POST', path(real, id, `totp/${command}`), { token: code });
  if (!reply.answer.accepted) return reply;
  real.secrets.set(`code ${account}`, code);
  if (command === 'check') {
    real.secrets.set(`shown ${account}`, `${real.secrets.get(`shown ${account}`) ?? ''} ${code}`);
  }
  return reply;
}

export const totp: Calls = {
  async 'totp.setup'(real, id) {
    const account = idOf(real, 'user', id);
    const reply = await real.api.call('POST', path(real, id, 'totp/setup'), { issuer: 'check' });
    if (!reply.answer.accepted) return reply;
    real.secrets.set(`seed ${account}`, String(reply.body.seed));
    real.secrets.delete(`shown ${account}`);
    return reply;
  },
  'totp.enable': (real, id, { token = 'ok' }) => show(real, id, 'enable', token),
  'totp.check': (real, id, { token = 'ok' }) => show(real, id, 'check', token),
  'totp.disable': (real, id) => real.api.call('DELETE', path(real, id, 'totp')),
  'custom.enable': (real, id) => real.api.call('PUT', path(real, id, 'custom'), {}),
  'custom.disable': (real, id) => real.api.call('DELETE', path(real, id, 'custom')),
};

import { addressFrom, isTaken } from '../../../machines/wildduck/address.data.ts';
import { wildduck } from '../../../machines/wildduck/index.ts';
import type { UserData } from '../../../machines/wildduck/user.data.ts';
import type { World } from '../../../src/engine/world.ts';
import { type EventStep, fits, type Lifecycle, type ParamSpec } from '../../../src/model/index.ts';
import { calls } from './calls/index.ts';

/** Parameters whose values the server checks, so that a wrong value can be sent. */
const shown = new Set(['address', 'target', 'path', 'scopes', 'disabledScopes']);

const MOST_RECIPIENTS = 1000;

/** Without a quota of the user the server uses its own, 1 GB. */
const MOST_BYTES = 1_000_000;

/** Why a step cannot be sent to the server; undefined if it can. */
export function leftOut(world: World, step: EventStep): string | undefined {
  const { kind, type, id, params } = step;
  const lifecycle: Lifecycle | undefined = wildduck.entities[kind as keyof typeof wildduck.entities];
  if (!Object.hasOwn(calls, kind) || !Object.hasOwn(calls[kind] ?? {}, type)) {
    const known = lifecycle && (Object.hasOwn(lifecycle.commands, type) || Object.hasOwn(lifecycle.reports, type));
    return known ? 'not over HTTP or LMTP' : 'an event that there is not';
  }
  const specs: { readonly [key: string]: ParamSpec } = lifecycle?.commands[type]?.params ?? {};
  for (const [key, value] of Object.entries(params)) {
    const spec = Object.hasOwn(specs, key) ? specs[key] : undefined;
    if (kind === 'server') continue;
    if (!spec) return 'a parameter that there is not';
    const isShown = shown.has(key) || (type === 'authenticate' && key === 'user');
    if (!fits(spec.is, value) && !isShown) return 'a value that no call can carry';
  }
  if (kind === 'message' && Number(params.recipients ?? 1) > MOST_RECIPIENTS)
    return 'more recipients than a call can carry';
  if (kind === 'message' && Number(params.size ?? 0) > MOST_BYTES) return "a size over the server's own quota";
  if (kind === 'session' && params.password !== undefined && params.asp !== undefined) return 'two passwords';
  if (kind === 'session' && type !== 'authenticate' && isOfProtocol(world, id)) return 'a session of a protocol';
  if (type === 'totp.check' && params.token === 'used' && isCutOff(world, id)) return 'a code cut off by its step';
  if (isIdInUse(world, step)) return 'an id that is in use or reserved';
  return undefined;
}

/** It has no token. */
const isOfProtocol = (world: World, id: string): boolean =>
  !['none', 'master'].includes(world.peek('session', id).state('scope'));

/** A code that is used within a step of 30 s ends before 180 s are over. */
function isCutOff(world: World, id: string): boolean {
  const lastCode = (world.find('user', id)?.data as UserData | undefined)?.lastCode;
  if (lastCode?.by !== 'enable' || world.now >= lastCode.until) return false;
  const stepOf = (seconds: number): number => Math.floor(seconds / 30);
  return stepOf(world.now) - (stepOf(lastCode.until - 180) - 1) > 6;
}

/** The server gives ids itself, and cannot judge ours. */
function isIdInUse(world: World, { kind, type, id, params }: EventStep): boolean {
  if (!/create|upload|deliver|send/.test(type) || kind === 'alias') return false;
  const entity = world.peek(kind, id);
  if (kind === 'user') return world.find('address', id)?.is('there') ?? false;
  if (kind === 'mailbox') return entity.is('there') || /\.(?:INBOX|Sent|Drafts|Trash|Junk)$/.test(id);
  if (kind === 'address') return entity.is('there') && !isTaken(world, addressFrom(params.address, id));
  if (kind === 'message') return ['DRAFT', 'STORED', 'ARCHIVED'].includes(entity.state('MESSAGE'));
  return entity.is('there');
}

import type { Known } from '../condition/truth.ts';
import {
  type Lifecycle,
  type ParamSpec,
  type Params,
  plainDigits,
  type Question,
  statusOf,
  type Value,
} from '../model/index.ts';

/** An event as XState sends it: its parameters stand beside its type. */
export type SentEvent = { readonly type: string } & { readonly [key: string]: unknown };

/** What a machine knows of the names that conditions ask for: the states of its regions, its facts, the event's parameters. */
export function knownOf(
  { facts = {}, ...events }: Partial<Described>,
  standing: { readonly [region: string]: string },
  given: { readonly [fact: string]: Value },
  event: SentEvent,
): Known {
  return (name) => {
    if (name.startsWith('$')) {
      return [parameterOf(events, event, name.slice(1))];
    }
    if (Object.hasOwn(standing, name)) return [statusOf(standing[name] as string)];
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (!fact?.paramsOnly) return [given[name] ?? null];
    return [fact.of({ event: event.type, params: paramsOf(event) } as unknown as Question)];
  };
}

/** What of a lifecycle says how an event is to be read. */
export type Described = Pick<Lifecycle, 'facts' | 'commands' | 'reports'>;

/** A parameter as a scenario's reader gives it: the zeros in front of a whole number do not count. */
export function parameterOf(
  { commands = {}, reports = {} }: Partial<Described>,
  event: SentEvent,
  key: string,
): string | null {
  if (!Object.hasOwn(event, key)) return null;
  const text = String(event[key]);
  const events = Object.hasOwn(commands, event.type) ? commands : reports;
  const params = (Object.hasOwn(events, event.type) ? events[event.type]?.params : undefined) ?? {};
  const isWhole = Object.hasOwn(params, key) && 'whole' in (params[key] as ParamSpec).is;
  return isWhole ? plainDigits(text) : text;
}

/** The parameters of an event as texts. */
export function paramsOf({ type: _, ...given }: SentEvent): Params {
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value)]));
}

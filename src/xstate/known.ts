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

/** An event in XState's form: the parameters are beside its type. */
export type SentEvent = { readonly type: string } & { readonly [key: string]: unknown };

/** The values of names in conditions: states of regions, facts, and parameters of the event. */
export function knownOf(
  { facts = {}, ...events }: Partial<Described>,
  standing: { readonly [region: string]: string },
  given: { readonly [fact: string]: Value },
  event: SentEvent,
): Known {
  return (name) => {
    if (name.startsWith('$')) return [parameterOf(events, event, name.slice(1))];
    if (Object.hasOwn(standing, name)) return [statusOf(standing[name] as string)];
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (!fact?.paramsOnly) return [given[name] ?? null];
    return [fact.of({ event: event.type, params: paramsOf(event) } as unknown as Question)];
  };
}

/** The parts of a lifecycle that say how to read an event. */
export type Described = Pick<Lifecycle, 'facts' | 'commands' | 'reports'>;

/** A parameter as the scenario reader returns it: a whole number has no leading zeros. */
function parameterOf(
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

import { asText, type Known } from '../condition/truth.ts';
import { type Lifecycle, type Params, type Question, statusOf, type Value } from '../model/index.ts';

/** An event as XState sends it: its parameters stand beside its type. */
export type SentEvent = { readonly type: string } & { readonly [key: string]: unknown };

/** What a machine knows of the names that conditions ask for: the states of its regions, its facts, the event's parameters. */
export function knownOf(
  facts: Lifecycle['facts'],
  standing: { readonly [region: string]: string },
  given: { readonly [fact: string]: Value },
  event: SentEvent,
): Known {
  return (name) => {
    if (name.startsWith('$')) {
      const key = name.slice(1);
      return [Object.hasOwn(event, key) ? asText(event[key] as Value) : null];
    }
    if (Object.hasOwn(standing, name)) return [statusOf(standing[name] as string)];
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (!fact?.paramsOnly) return [given[name] ?? null];
    return [fact.of({ event: event.type, params: paramsOf(event) } as unknown as Question)];
  };
}

/** The parameters of an event as texts. */
export function paramsOf({ type: _, ...given }: SentEvent): Params {
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value)]));
}

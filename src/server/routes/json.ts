import type { ServedWorld } from '../world.ts';
import { fill, type TemplateSources } from './template.ts';

/**
 * Lists entities: `{"$each": "bso", "of": "{path.collection}.", "with": {"BSO": "LIVE"}}` are those of the kind whose ids
 * start with that prefix, in these statuses. `give` is the value for each, in which `{each}` is the rest of its id; `as`
 * makes an object with these keys instead of a list; `count` gives only the number.
 */
interface Each {
  readonly $each: string;
  readonly of?: string;
  readonly with?: { readonly [phase: string]: string };
  readonly give?: unknown;
  readonly as?: string;
  readonly count?: boolean;
}

/** Fills the templates in a body. A member without a value is left out. */
export function asJson(value: unknown, world: ServedWorld, sources: TemplateSources): unknown {
  if (typeof value === 'string') return fill(value, sources);
  if (Array.isArray(value)) return value.map((item) => asJson(item, world, sources));
  if (typeof value !== 'object' || value === null) return value;
  if ('$each' in value) return listed(value as Each, world, sources);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const filled = asJson(member, world, sources);
      return filled === undefined ? [] : [[name, filled]];
    }),
  );
}

function listed(asked: Each, world: ServedWorld, sources: TemplateSources): unknown {
  const { $each: kind, of = '', with: statuses = {}, give = '{each}', as, count } = asked;
  const start = `${kind}:${String(fill(of, sources) ?? '')}`;
  const rests = world
    .all(kind)
    .filter(({ entity, phases }) => {
      const isSo = Object.entries(statuses).every(([phase, status]) => phases[phase] === status);
      return entity.startsWith(start) && isSo;
    })
    .map(({ entity }) => entity.slice(start.length));
  if (count) return rests.length;
  const items = rests.map((rest) => {
    const here: TemplateSources = (source) => (source === 'each' ? rest : sources(source));
    return [as === undefined ? '' : String(fill(as, here)), asJson(give, world, here)] as const;
  });
  return as === undefined ? items.map(([, item]) => item) : Object.fromEntries(items);
}

import { loaders } from '../../../../machines/lazy.ts';
import { occurrenceTexts } from '../../../../machines/occurrences.ts';
import { describe } from '../../../condition/sentence.ts';
import type { Sources } from '../../../diagram/draw.ts';
import type { Occurrences, System } from '../../../model/index.ts';

/** How pictures come by what occurs: it is shipped with the registered systems, and worked out for any other. */
export function sourcesOf(system: System): Sources {
  return {
    says: describe,
    occurring: async (kind) => (await shipped(system))?.[kind] ?? workedOut(system, kind),
  };
}

async function shipped(system: System): Promise<{ readonly [kind: string]: Occurrences } | undefined> {
  for (const name of Object.keys(loaders) as (keyof typeof loaders)[])
    if (name === system.name && (await loaders[name]()) === system) return JSON.parse(await occurrenceTexts[name]());
  return undefined;
}

async function workedOut(system: System, kind: string): Promise<Occurrences> {
  const [{ occurrencesIn }, { reach }, { ScenarioReader }] = await Promise.all([
    import('../../../reach/occurrences.ts'),
    import('../../../reach/reach.ts'),
    import('../../../scenario/index.ts'),
  ]);
  const reader = new ScenarioReader(system);
  return occurrencesIn(reach(system, kind, (line) => reader.line(line)));
}

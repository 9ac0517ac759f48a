import { occurrencesOf, registeredName } from '../../../../machines/shipped.ts';
import { describe } from '../../../condition/sentence.ts';
import type { Sources } from '../../../diagram/draw.ts';
import type { Occurrences, System } from '../../../model/index.ts';

/** What occurs in a system: shipped for a registered one, computed for any other. */
export function sourcesOf(system: System): Sources {
  return {
    says: describe,
    async occurring(kind) {
      const name = await registeredName(system);
      return (name && (await occurrencesOf(name))[kind]) ?? workedOut(system, kind);
    },
  };
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

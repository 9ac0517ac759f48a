import type { SystemName } from '../../../../machines/index.ts';
import { answersOf, registeredName } from '../../../../machines/shipped.ts';
import type { System } from '../../../model/index.ts';
import { ScenarioReader } from '../../../scenario/index.ts';
import { searchExplanation } from '../../../search/explain.ts';
import type { SiteSystem } from '../../../site/site-system.ts';
import { allSystems, systemNamed, systemNames } from '../../systems.ts';
import { sourcesOf } from '../diagram/sources.ts';
import { type OwnModules, ownModules } from './own-modules.ts';

/** The systems of a site, and the modules of one that is none of the package's. */
export interface Parts {
  readonly parts: readonly SiteSystem[];
  readonly own?: OwnModules;
}

/** All systems, or the one that is named. */
export async function partsOf(named: string | undefined): Promise<Parts> {
  const systems = named === undefined ? await allSystems() : [await systemNamed(named)];
  if (named === undefined || systemNames.includes(named)) return { parts: await Promise.all(systems.map(registered)) };
  const [system] = systems as [System];
  const own = await ownModules(named);
  return { parts: [{ system, pictures: sourcesOf(system), scenarioOf: searched(system), module: own.entry }], own };
}

async function registered(system: System): Promise<SiteSystem> {
  const answers = await answersOf((await registeredName(system)) as SystemName);
  const scenarios = new Map(answers.codes.map(([code, name, scenario]) => [`${code} ${name}`, scenario]));
  return {
    system,
    answers,
    pictures: sourcesOf(system),
    scenarioOf: ({ code, name }) => scenarios.get(`${code} ${name}`),
  };
}

/** Nothing is shipped of it: each scenario is searched for. */
function searched(system: System): SiteSystem['scenarioOf'] {
  const reader = new ScenarioReader(system);
  return (row) => {
    return searchExplanation(system, row, (line) => reader.line(line)).scenario ?? undefined;
  };
}

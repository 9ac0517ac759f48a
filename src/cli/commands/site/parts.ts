import { shippedAnswers } from '../../../../machines/shipped.ts';
import { searchExplanation } from '../../../answers/search-explanation.ts';
import type { System } from '../../../model/index.ts';
import { AnswersOf } from '../../../reach/answers.ts';
import { reach, type SystemAnswers } from '../../../reach/index.ts';
import { ScenarioReader } from '../../../scenario/index.ts';
import type { SiteFile } from '../../../site/site.ts';
import type { SiteSystem } from '../../../site/site-system.ts';
import { allSystems, systemNamed, systemNames } from '../../systems.ts';
import { sourcesOf } from '../diagram/sources.ts';
import { ownModules } from './own-modules.ts';

/** The systems of a site, and the modules of a user's own. */
interface Parts {
  readonly parts: readonly SiteSystem[];
  readonly own: readonly SiteFile[];
}

/** All systems, or the one that is named. */
export async function partsOf(named: string | undefined): Promise<Parts> {
  if (named === undefined) return { parts: await Promise.all((await allSystems()).map(registered)), own: [] };
  const system = await systemNamed(named);
  if (systemNames.includes(named)) return { parts: [await registered(system)], own: [] };
  const own = await ownModules(named);
  const modules = own.map(({ path }) => path);
  const pictures = sourcesOf(system);
  return {
    parts: [{ system, answers: workedOut(system), pictures, scenarioOf: searched(system), modules }],
    own,
  };
}

async function registered(system: System): Promise<SiteSystem> {
  const answers = (await shippedAnswers(system)) as SystemAnswers;
  const scenarios = new Map(answers.codes.map(([code, name, scenario]) => [`${code} ${name}`, scenario]));
  return {
    system,
    answers,
    pictures: sourcesOf(system),
    scenarioOf: ({ code, name }) => scenarios.get(`${code} ${name}`),
  };
}

/** With more situations this takes minutes, and the entity's pages are made without answers. */
const MOST_SITUATIONS = 1_000_000n;

/** The answers about a user's own system, computed. */
export function workedOut(system: System): SystemAnswers {
  const reader = new ScenarioReader(system);
  const queries = Object.keys(system.entities).map((kind) => reach(system, kind, (line) => reader.line(line)));
  const small = queries.filter(({ all }) => all.count <= MOST_SITUATIONS);
  const entities = small.map((query) => [query.lifecycle.kind, new AnswersOf(query).run()] as const);
  return { system: system.name, entities: Object.fromEntries(entities), codes: [] };
}

/** Searches for the scenario of each row. */
function searched(system: System): SiteSystem['scenarioOf'] {
  const reader = new ScenarioReader(system);
  return (row) => searchExplanation(system, row, (line) => reader.line(line)).scenario ?? undefined;
}

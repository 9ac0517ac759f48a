import { shippedAnswers } from '../../machines/shipped.ts';
import { type RepresentativeSituation, representativesOf } from '../gating/representatives.ts';
import { ScenarioReader } from '../scenario/index.ts';
import { type KindOf, type SystemLike, systemOf } from '../systems.ts';

export type { ExpectedAnswer, RepresentativeSituation } from '../gating/representatives.ts';

/**
 * A situation for each different row of answers to all commands of an entity: its scenario, what a UI sees there, and what
 * is expected of each command. For stories, component tests and end-to-end tests.
 *
 * @example `for await (const { view, expected } of representatives('dovecot', 'account')) …`
 */
export async function* representatives<S extends SystemLike>(
  system: S,
  entity: KindOf<S>,
): AsyncGenerator<RepresentativeSituation> {
  const definition = systemOf(system);
  if (!Object.hasOwn(definition.entities, entity)) {
    throw new TypeError(`${definition.name} has no ${entity}; it has ${Object.keys(definition.entities).join(', ')}`);
  }
  const reader = new ScenarioReader(definition);
  yield* representativesOf(definition, entity, (line) => reader.line(line), await shippedAnswers(definition));
}

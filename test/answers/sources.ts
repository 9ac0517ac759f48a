import { type SystemName, systems } from '../../machines/index.ts';
import { answersOf } from '../../machines/shipped.ts';
import type { Source } from '../../src/answers/source.ts';
import type { System } from '../../src/model/index.ts';
import type { SystemAnswers } from '../../src/reach/index.ts';
import { reader } from '../reach/reader.ts';

/** A system with its shipped answers. */
export async function sourceOf(name: SystemName): Promise<Source & { readonly shipped: SystemAnswers }> {
  const system: System = systems[name];
  return { system, read: reader(system), shipped: await answersOf(name) };
}

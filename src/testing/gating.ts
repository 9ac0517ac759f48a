import { type SystemName, type Systems, systems } from '../../machines/index.ts';
import { checkGating } from '../gating/check.ts';
import type { GatingReport, Predicate } from '../gating/report.ts';
import type { Lifecycle, System } from '../model/index.ts';
import { ScenarioReader } from '../scenario/index.ts';
import { messageOf } from './message.ts';

export type { GatingReport, Predicate, UiAnswer as Answer } from '../gating/report.ts';

/** An entity of a system, by its kind. */
export type EntityOf<Name extends SystemName> = keyof Systems[Name]['entities'] & string;

export interface GatingCheck {
  /** Only these commands; default: all of the entity. */
  readonly commands?: readonly string[];
}

/** Holds a predicate against the model in every situation that can be reached, as `lifecycle gate check` does. */
export function gatingReport<Name extends SystemName>(
  predicate: Predicate,
  system: Name,
  entity: EntityOf<Name>,
  { commands }: GatingCheck = {},
): Promise<GatingReport> {
  const reader = new ScenarioReader(systems[system]);
  const read = (line: string) => reader.line(line);
  return checkGating(systems[system], entity, predicate, { read, ...(commands ? { commands } : {}) });
}

/**
 * Matchers for `expect.extend`: `await expect(canRun).toMatchGating('egnyte', 'job')`. The predicate is asked
 * `canRun(command, view)` and says whether the UI offers the command there, or `{ enabled, code }`.
 */
export const gatingMatchers = {
  async toMatchGating<Name extends SystemName>(
    canRun: unknown,
    system: Name,
    entity: EntityOf<Name>,
    options?: GatingCheck,
  ): Promise<{ pass: boolean; message: () => string }> {
    if (typeof canRun !== 'function') {
      throw new TypeError(`toMatchGating needs a function (command, view) => boolean, and got ${typeof canRun}`);
    }
    const { entities } = known(system);
    if (!Object.hasOwn(entities, entity)) {
      throw new TypeError(`toMatchGating: ${system} has no ${entity}; it has ${Object.keys(entities).join(', ')}`);
    }
    const report = await gatingReport(canRun as Predicate, system, entity, options);
    return { pass: report.mismatches.length === 0, message: () => messageOf(report, entities[entity] as Lifecycle) };
  },
};

function known(name: string): System {
  const registry: { readonly [name: string]: System } = systems;
  const system = Object.hasOwn(registry, name) ? registry[name] : undefined;
  if (system) return system;
  throw new TypeError(`toMatchGating: there is no system ${name}; there are ${Object.keys(registry).join(', ')}`);
}

/** What a test says of a predicate: resolves where it matches, and has to be awaited. */
export interface GatingMatchers {
  toMatchGating<Name extends SystemName>(system: Name, entity: EntityOf<Name>, options?: GatingCheck): Promise<void>;
}

declare global {
  // biome-ignore lint/style/noNamespace: Vitest takes the types of its matchers from here, in all its versions.
  namespace Chai {
    interface Assertion extends GatingMatchers {}
  }
}

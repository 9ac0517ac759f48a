import { shippedAnswers } from '../../machines/shipped.ts';
import { checkGating, isClean } from '../gating/check.ts';
import type { GatingReport, Predicate } from '../gating/report.ts';
import type { Lifecycle } from '../model/index.ts';
import { ScenarioReader } from '../scenario/index.ts';
import { type KindOf, type SystemLike, systemOf } from '../systems.ts';
import { messageOf } from './message.ts';

export type { GatingReport, Predicate, UiAnswer as Answer } from '../gating/report.ts';

export interface GatingCheck {
  /** Only these commands; default: all of the entity. */
  readonly commands?: readonly string[];
  /** Passes also where some situations were not decided, as `--allow-partial` does. */
  readonly allowPartial?: boolean;
}

/** Checks a predicate against the model in every reachable situation, as `lifecycle gate check` does. */
export async function gatingReport<S extends SystemLike>(
  predicate: Predicate,
  system: S,
  entity: KindOf<S>,
  { commands }: GatingCheck = {},
): Promise<GatingReport> {
  const definition = systemOf(system);
  const reader = new ScenarioReader(definition);
  const shipped = await shippedAnswers(definition);
  return checkGating(definition, entity, predicate, {
    read: (line) => reader.line(line),
    ...(commands ? { commands } : {}),
    ...(shipped ? { shipped } : {}),
  });
}

/**
 * Matchers for `expect.extend`: `await expect(canRun).toMatchGating('egnyte', 'job')`. The predicate is called as
 * `canRun(command, view)` and returns whether the UI offers the command there, or `{ enabled, code }`.
 */
export const gatingMatchers = {
  async toMatchGating(
    canRun: unknown,
    system: SystemLike,
    entity: string,
    options?: GatingCheck,
  ): Promise<{ pass: boolean; message: () => string }> {
    if (typeof canRun !== 'function') {
      throw new TypeError(`toMatchGating needs a function (command, view) => boolean, and got ${typeof canRun}`);
    }
    const { name, entities } = systemOf(system);
    if (!Object.hasOwn(entities, entity)) {
      throw new TypeError(`toMatchGating: ${name} has no ${entity}; it has ${Object.keys(entities).join(', ')}`);
    }
    const report = await gatingReport(canRun as Predicate, system, entity as never, options);
    return {
      pass: isClean(report.summary, report.mismatches, options),
      message: () => messageOf(report, (entities as { readonly [kind: string]: Lifecycle })[entity] as Lifecycle),
    };
  },
};

/** The matchers as tests see them. The result resolves if the predicate matches, and must be awaited. */
export interface GatingMatchers {
  toMatchGating<S extends SystemLike>(system: S, entity: KindOf<S>, options?: GatingCheck): Promise<void>;
}

declare global {
  // biome-ignore lint/style/noNamespace: every version of Vitest takes the types of its matchers from here.
  namespace Chai {
    interface Assertion extends GatingMatchers {}
  }
}

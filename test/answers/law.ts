import { expect } from 'vitest';
import { type CanRow, canWhere } from '../../src/answers/can.ts';
import { queryOf, worldBehind } from '../../src/answers/source.ts';
import { judge } from '../../src/engine/judge.ts';
import type { World } from '../../src/engine/world.ts';
import { isRefusal, type Lifecycle, type Rule, stateOf, statusOf } from '../../src/model/index.ts';
import type { sourceOf } from './sources.ts';

type Shipped = Awaited<ReturnType<typeof sourceOf>>;

/**
 * In every status of every phase, each command has exactly the answers that it is given in the reached situations with
 * that status. Each answer has a scenario that leads to the status and the answer, or says that none is confirmed.
 */
export function holdAgainstReach(source: Shipped, kind: string): number {
  const lifecycle = source.system.entities[kind] as Lifecycle;
  const query = queryOf(source, kind);
  const id = lifecycle.singleton ?? '1';
  const worlds = new Map<string, World>();
  const worldAfter = (lines: readonly string[]): World => {
    const key = lines.join('\n');
    const world = worlds.get(key) ?? worldBehind(source, lines);
    worlds.set(key, world);
    return world;
  };
  let compared = 0;
  for (const [phase, { states }] of Object.entries(lifecycle.chart.states)) {
    if (!Object.hasOwn(lifecycle.phases, phase)) continue;
    for (const status of Object.keys(states).map(statusOf)) {
      const here = query.known({ [phase]: status });
      const can = canWhere(source, kind, id, { [phase]: status });
      expect([phase, status, 'rows' in can]).toEqual([phase, status, here.any && query.commandNames.length > 0]);
      if (!('rows' in can)) continue;
      for (const row of can.rows) {
        const answers = here.answers(row.command).map(({ rule }) => said(rule));
        expect([phase, status, row.command, answersOf(row)]).toEqual([
          phase,
          status,
          row.command,
          [...new Set(answers)].sort(),
        ]);
        for (const { scenario, unconfirmed, error } of row.otherwise) {
          expect([row.command, error?.code, scenario === undefined]).toEqual([
            row.command,
            error?.code,
            unconfirmed ?? false,
          ]);
          if (!scenario) continue;
          const world = worldAfter(scenario);
          const params = lifecycle.commands[row.command]?.plain ?? {};
          const { rule } = judge(world, { kind, id, type: row.command, params });
          expect([world.peek(kind, id).state(phase), row.command, said(rule), scenario]).toEqual([
            stateOf(status),
            row.command,
            String(error?.code ?? 'accepted'),
            scenario,
          ]);
        }
        compared += 1;
      }
    }
  }
  return compared;
}

const answersOf = ({ allowed, error, otherwise }: CanRow): string[] =>
  [
    ...new Set([
      allowed ? 'accepted' : String(error?.code),
      ...otherwise.map((other) => String(other.error?.code ?? 'accepted')),
    ]),
  ].sort();

const said = (rule: Rule | undefined): string => (rule && isRefusal(rule) ? String(rule.code) : 'accepted');

import { expect } from 'vitest';
import { type CanRow, canWhere } from '../../src/answers/can.ts';
import { queryOf } from '../../src/answers/source.ts';
import { isRefusal, type Lifecycle, type Rule, statusOf } from '../../src/model/index.ts';
import type { sourceOf } from './sources.ts';

type Shipped = Awaited<ReturnType<typeof sourceOf>>;

/** In every status of every phase each command has exactly the answers that the reached situations with it are given. */
export function holdAgainstReach(source: Shipped, kind: string): number {
  const lifecycle = source.system.entities[kind] as Lifecycle;
  const query = queryOf(source, kind);
  let compared = 0;
  for (const [phase, { states }] of Object.entries(lifecycle.chart.states)) {
    if (!Object.hasOwn(lifecycle.phases, phase)) continue;
    for (const status of Object.keys(states).map(statusOf)) {
      const here = query.known({ [phase]: status });
      const can = canWhere(source, kind, lifecycle.singleton ?? '1', { [phase]: status });
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

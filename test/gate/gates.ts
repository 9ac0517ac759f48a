import { systems } from '../../machines/index.ts';
import type { KnownView } from '../../src/answers/known.ts';
import { type Gate, gateFrom, type PartialAnswer } from '../../src/gate/index.ts';
import { gateTable } from '../../src/gating/gate-table.ts';
import type { Lifecycle, System, View } from '../../src/model/index.ts';

/** The gates of one kind of entity, and what no view tells of them. */
export interface Gates {
  readonly system: System;
  readonly lifecycle: Lifecycle;
  readonly gate: Gate<string, View, KnownView>;
  readonly held: readonly string[];
}

export const allSystems: readonly System[] = Object.values(systems);

/** Of every entity of a system that takes commands. */
export const gatesOf = (system: System): Gates[] =>
  Object.values(system.entities)
    .filter(({ commands }) => Object.keys(commands).length > 0)
    .map((lifecycle) => {
      const { table, held } = gateTable(system, lifecycle.kind);
      return { system, lifecycle, gate: gateFrom<string, View, KnownView>(table), held };
    });

/** An answer in one word, as the judge's verdict is told. */
export const told = ({ allowed, code }: Pick<PartialAnswer, 'allowed' | 'code'>): string => {
  if (allowed === 'depends') return allowed;
  return allowed ? 'accepted' : String(code ?? 'refused');
};

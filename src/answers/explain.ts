import { describe } from '../condition/sentence.ts';
import { nameOf } from '../engine/compile-system.ts';
import { usesOf } from '../engine/where-used.ts';
import {
  type Code,
  type CodeRow,
  type Explanation,
  explanationOf,
  isRefusal,
  type Lifecycle,
  type Mark,
  type Shown,
  type System,
} from '../model/index.ts';
import type { SystemAnswers } from '../reach/shipped.ts';
import type { CommandFound } from './find.ts';

/** What gives a row, and the scenario that is shipped for it. */
export function shownOf(system: System, row: CodeRow, { codes }: Pick<SystemAnswers, 'codes'>): Shown {
  const [, , lines] = codes.find(([code, name]) => code === row.code && name === row.name) ?? [];
  return { uses: usesOf(system, row), scenario: lines && { lines, proven: null } };
}

/** All that is known of a row, with the scenario that is shipped for it. */
export const explainShipped = (system: System, row: CodeRow, shipped: Pick<SystemAnswers, 'codes'>): Explanation =>
  explanationOf(system, row, shownOf(system, row, shipped));

/** The gates of a command, in the order in which they are asked. */
export interface CommandGates {
  readonly system: string;
  readonly entity: string;
  readonly command: string;
  readonly gates: readonly GateExplained[];
}

export interface GateExplained {
  readonly gate: string;
  /** What it refuses with; null if it does not refuse. */
  readonly code: Code | null;
  readonly name: string | null;
  /** In words, made from its data. */
  readonly when: string;
  readonly mark: Mark;
  /** It ends the asking: the command is accepted, and nothing is carried out. */
  readonly accepts?: true;
  /** A shortest scenario behind which it decides; absent where none is known. */
  readonly scenario?: readonly string[];
}

export function gatesOf(system: System, { entity, command }: CommandFound, shipped?: SystemAnswers): CommandGates {
  const lifecycle = system.entities[entity] as Lifecycle;
  const known = shipped?.entities[entity];
  const gates = (lifecycle.rules[command] ?? []).map((rule, index): GateExplained => {
    const [, number = -1] = known?.gates[command]?.find(([decides]) => decides === index) ?? [];
    const scenario = known?.scenarios[number];
    return {
      gate: rule.gate,
      ...(isRefusal(rule) ? nameOf(system, rule.code) : { code: null, name: null }),
      when: describe(rule.when, lifecycle),
      mark: rule.mark,
      ...('accepts' in rule ? { accepts: true } : {}),
      ...(scenario ? { scenario } : {}),
    };
  });
  return { system: system.name, entity, command, gates };
}

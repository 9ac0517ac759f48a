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

/** What gives a row, and its shipped scenario. */
export function shownOf(system: System, row: CodeRow, { codes }: Pick<SystemAnswers, 'codes'>): Shown {
  const [, , lines] = codes.find(([code, name]) => code === row.code && name === row.name) ?? [];
  return { uses: usesOf(system, row), scenario: lines && { lines, proven: null } };
}

/** A row explained, with its shipped scenario. */
export const explainShipped = (system: System, row: CodeRow, shipped: Pick<SystemAnswers, 'codes'>): Explanation =>
  explanationOf(system, row, shownOf(system, row, shipped));

/** The gates of a command, in order. */
export interface CommandGates {
  readonly system: string;
  readonly entity: string;
  readonly command: string;
  readonly gates: readonly GateExplained[];
}

export interface GateExplained {
  readonly gate: string;
  /** The code of the refusal; null if it does not refuse. */
  readonly code: Code | null;
  readonly name: string | null;
  /** Its condition, in words. */
  readonly when: string;
  readonly mark: Mark;
  /** It accepts the command at once, and nothing is done. */
  readonly accepts?: true;
  /** A shortest scenario after which it decides; absent if none is known. */
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

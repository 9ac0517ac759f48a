import { systems } from '../../machines/index.ts';
import { type Gate, gateFrom } from '../../src/gate/index.ts';
import type { Predicate } from '../../src/gating/check.ts';
import { gateTable } from '../../src/gating/gate-table.ts';
import { isPass, isRefusal, type Lifecycle, type Rule, type System, type View } from '../../src/model/index.ts';

/** An entity that has commands. */
export interface Gated {
  readonly name: string;
  readonly system: System;
  readonly lifecycle: Lifecycle;
}

export const gatedEntities: readonly Gated[] = (Object.values(systems) as System[]).flatMap((system) =>
  Object.values(system.entities)
    .filter(({ commands }) => Object.keys(commands).length > 0)
    .map((lifecycle) => ({ name: `${system.name} ${lifecycle.kind}`, system, lifecycle })),
);

/** A gate of a command, and a UI that has all other gates. */
export interface DroppedGate {
  readonly name: string;
  readonly command: string;
  readonly rule: Rule;
  readonly predicate: Predicate;
}

export function* droppedGates({ system, lifecycle }: Gated): Generator<DroppedGate> {
  const { kind, commands, rules } = lifecycle;
  for (const command of Object.keys(commands)) {
    for (const rule of rules[command] ?? []) {
      if (!isRefusal(rule) && !isPass(rule)) continue;
      const name = `${command} ${rule.gate}${isRefusal(rule) ? ` ${rule.code}` : ''}`;
      yield { name, command, rule, predicate: without(system, kind, command, rule) };
    }
  }
}

/** The model's own gating of an entity, computed from its view without one gate. */
function without(system: System, kind: string, command: string, dropped: Rule): Predicate {
  const lifecycle = system.entities[kind] as Lifecycle;
  // Made when it is first asked: whoever only counts gates needs none.
  let gate: Gate<string, View, View> | undefined;
  const rules = { ...lifecycle.rules, [command]: (lifecycle.rules[command] ?? []).filter((rule) => rule !== dropped) };
  const forgetful = { ...system, entities: { ...system.entities, [kind]: { ...lifecycle, rules } } };
  return (asked, view) => {
    gate ??= gateFrom<string, View, View>(gateTable(forgetful, kind).table);
    const { allowed, code } = gate.ask(asked, view);
    return code === undefined ? allowed : { enabled: allowed, code };
  };
}

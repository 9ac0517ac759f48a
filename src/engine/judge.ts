import { firstThatHolds } from '../condition/deciding.ts';
import {
  type Code,
  isPass,
  isRefusal,
  type Params,
  type Pass,
  type Question,
  type Refusal,
  type System,
} from '../model/index.ts';
import type { CompiledRule } from './compiled-transition.ts';
import type { Entity } from './entity.ts';

/** The system's answer to a command: accepted where there is no code. */
export interface Verdict {
  readonly accepted: boolean;
  readonly code?: Code;
  /** The rule that decided; absent where the command is unknown. */
  readonly rule?: Refusal | Pass;
}

/** A command to be judged: what is asked of whom. */
export interface AddressedCommand {
  readonly kind: string;
  readonly id: string;
  readonly type: string;
  readonly params: Params;
}

/** What a judge needs of a world. */
export interface JudgeContext {
  readonly system: System;
  peek(kind: string, id: string): Entity;
  ask(self: Entity, event: string, params: Params): Question;
}

/**
 * The rule that decides on a command: the first refusal or pass that holds; undefined where every gate lets it through.
 * Deeds on the way are told to `deed`; without it nothing changes by asking.
 */
export function decidingRule(
  entity: Entity,
  command: string,
  question: Question,
  deed?: (effect: string) => void,
): Refusal | Pass | undefined {
  const rules = entity.lifecycle.rules.get(command) ?? NO_RULES;
  const found = firstThatHolds(rules, ({ rule, test }) => {
    if (!test(entity, question)) return false;
    if (isRefusal(rule) || isPass(rule)) return true;
    deed?.(rule.effect);
    return false;
  });
  return found?.rule as Refusal | Pass | undefined;
}

const NO_RULES: readonly CompiledRule[] = [];

/**
 * Answers a command without carrying it out: the code of an unknown event, the first rule that holds, or accepted.
 * Faults are not asked, since a fault that struck is used up.
 */
export function judge(world: JudgeContext, { kind, id, type, params }: AddressedCommand): Verdict {
  const entity = world.peek(kind, id);
  if (!entity.lifecycle.commands.has(type)) return { accepted: false, code: world.system.unknownEvent };
  const rule = decidingRule(entity, type, world.ask(entity, type, params));
  if (!rule) return { accepted: true };
  return isRefusal(rule) ? { accepted: false, code: rule.code, rule } : { accepted: true, rule };
}

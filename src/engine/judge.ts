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

/** The answer to a command: accepted if there is no code. */
export interface Verdict {
  readonly accepted: boolean;
  readonly code?: Code;
  /** The rule that decided; absent if no rule did. */
  readonly rule?: Refusal | Pass;
}

/** A command to be judged, and the entity it is for. */
export interface AddressedCommand {
  readonly kind: string;
  readonly id: string;
  readonly type: string;
  readonly params: Params;
}

/** What the judge needs from a world. */
export interface JudgeContext {
  readonly system: System;
  peek(kind: string, id: string): Entity;
  ask(self: Entity, event: string, params: Params): Question;
}

/**
 * The rule that decides a command: the first refusal or pass that holds; undefined if every gate lets the command
 * through. Deeds on the way are reported to `deed`. Asking changes nothing by itself.
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
 * Answers a command without carrying it out: the code for an unknown event, the first rule that holds, or accepted.
 * Faults are not asked, because asking would use them up.
 */
export function judge(world: JudgeContext, { kind, id, type, params }: AddressedCommand): Verdict {
  const entity = world.peek(kind, id);
  if (!entity.lifecycle.commands.has(type)) return { accepted: false, code: world.system.unknownEvent };
  const rule = decidingRule(entity, type, world.ask(entity, type, params));
  if (!rule) return { accepted: true };
  return isRefusal(rule) ? { accepted: false, code: rule.code, rule } : { accepted: true, rule };
}

/** The rule that decides a command in its plain form; undefined if none does. */
export function plainRule(world: JudgeContext, kind: string, id: string, type: string): Refusal | Pass | undefined {
  const params = world.system.entities[kind]?.commands[type]?.plain ?? {};
  return judge(world, { kind, id, type, params }).rule;
}

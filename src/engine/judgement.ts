import { describe } from '../condition/sentence.ts';
import type { Code, Mark } from '../model/index.ts';
import { nameOf } from './compile-system.ts';
import { type AddressedCommand, type JudgeContext, judge } from './judge.ts';

/** The answer to a command that is only asked about. */
export interface Judgement {
  readonly accepted: boolean;
  readonly code?: Code;
  readonly name?: string;
  /** The reason in words, made from the data of the rule that decides. */
  readonly reason?: string;
  /** The source of the rule. */
  readonly mark?: Mark;
}

/** Answers a command in words. */
export function judgementOf(world: JudgeContext, command: AddressedCommand): Judgement {
  const { accepted, code, rule } = judge(world, command);
  const { source } = world.peek(command.kind, command.id).lifecycle;
  return {
    accepted,
    ...(code === undefined ? {} : nameOf(world.system, code)),
    ...(rule ? { reason: describe(rule.when, source), mark: rule.mark } : {}),
  };
}

import { fold } from '../../src/condition/walk.ts';
import type { Condition, System } from '../../src/model/index.ts';
import { Query } from '../../src/reach/query.ts';
import { reachFrom } from '../../src/reach/reachability.ts';
import type { EntityAnswers } from '../../src/reach/shipped.ts';
import { reader } from './reader.ts';

/** How many names a condition tests; 0 if it is a constant. */
function literals(condition: Condition | boolean): number {
  if (typeof condition === 'boolean') return 0;
  const sum = (parts: readonly number[]): number => parts.reduce((one, other) => one + other, 0);
  return fold<number>(condition, { name: () => 1, all: sum, any: sum, none: sum });
}

/** The conditions that distinguish the answers of an entity's cells. */
export interface ConditionSizes {
  readonly answers: number;
  readonly withFourOrLess: number;
  /** Cells with several answers, where one before the last has no condition. */
  readonly dependOnNothing: readonly string[];
}

/** Asks every command in every status of the data. */
export function conditionSizes(system: System, kind: string, data: EntityAnswers): ConditionSizes {
  const query = new Query(reachFrom(system, kind, data), system, kind, reader(system));
  const dependOnNothing: string[] = [];
  let answers = 0;
  let withFourOrLess = 0;
  for (const [phase, statuses] of Object.entries(data.statuses)) {
    for (const [status, commands] of Object.entries(statuses)) {
      const here = query.known({ [phase]: status === 'null' ? null : status });
      for (const command of Object.keys(commands)) {
        const found = here.answers(command);
        answers += found.length;
        withFourOrLess += found.filter(({ when }) => literals(when) <= 4).length;
        if (found.slice(0, -1).some(({ when }) => when === true)) dependOnNothing.push(`${phase} ${status} ${command}`);
      }
    }
  }
  return { answers, withFourOrLess, dependOnNothing };
}

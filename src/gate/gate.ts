import { firstThatHolds } from '../condition/deciding.ts';
import { ALL, ANY, IS, LET_THROUGH } from '../model/gate-table.ts';
import type { GateAnswer, GateTable, GateTest } from '../model/index.ts';
import type { Answer, Gate, SeenEntity } from './answer.ts';
import { Look } from './look.ts';

export type { Answer, Gate, SeenEntity } from './answer.ts';

const ACCEPTED: Answer = { allowed: true, reason: LET_THROUGH };

/** Makes a gate from its table. It needs nothing else. */
export function gateFrom<Command extends string, Seen>(table: GateTable): Gate<Command, Seen> {
  const { tests, commands, codes, names } = table;
  const answers = table.answers.map((answer) => answerOf(answer, codes));
  const gatesOf = (pairs: readonly number[]) =>
    pairs.flatMap((test, index) => (index % 2 === 0 ? [{ test, answer: answers[pairs[index + 1] as number] }] : []));
  const gates = new Map(Object.entries(commands).map(([command, pairs]) => [command, gatesOf(pairs)]));

  const asking = (look: Look): ((command: string) => Answer) => {
    const known: (boolean | undefined)[] = [];
    const holds = (test: number): boolean => {
      known[test] ??= decide(tests[test] as GateTest);
      return known[test];
    };
    const decide = ([form, ...rest]: GateTest): boolean => {
      const [name, mask] = rest as [number, number];
      if (form === IS) return look.is(names[name] as string, mask);
      return form === ALL ? rest.every(holds) : rest.some(holds) === (form === ANY);
    };
    return (command) => {
      const asked = gates.get(command);
      if (!asked) throw new TypeError(`gate: a ${table.entity} has no command ${JSON.stringify(command)}`);
      return firstThatHolds(asked, ({ test }) => holds(test))?.answer ?? ACCEPTED;
    };
  };

  const gate = (view: Seen) => {
    const look = new Look(table, view as SeenEntity);
    look.whole();
    const answer = asking(look);
    return Object.fromEntries(Object.keys(commands).map((command) => [command, answer(command)]));
  };
  const ask = (command: Command, view: Seen) => asking(new Look(table, view as SeenEntity))(command);
  return Object.assign(gate, { ask }) as Gate<Command, Seen>;
}

function answerOf([code, reason, accepts]: GateAnswer, codes: GateTable['codes']): Answer {
  const allowed = accepts === 1;
  return code === null ? { allowed, reason } : { allowed, code, name: codes[code] as string, reason };
}

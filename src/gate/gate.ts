import { mayDecide } from '../condition/deciding.ts';
import { combine, negate, type Truth } from '../condition/three-valued.ts';
import { ALL, DEPENDS, IS, LET_THROUGH, NONE } from '../model/gate-table.ts';
import type { GateAnswer, GateTable, GateTest } from '../model/index.ts';
import type { Answer, Gate, PartialAnswer, PartlySeenEntity } from './answer.ts';
import { Look } from './look.ts';

export type { Answer, Gate, PartialAnswer, PartlySeenEntity, SeenEntity } from './answer.ts';

const ACCEPTED: Answer = { allowed: true, reason: LET_THROUGH };

/** Makes a gate from its table. It needs nothing else. */
export function gateFrom<Command extends string, Seen, Partly>(table: GateTable): Gate<Command, Seen, Partly> {
  const { tests, commands, codes, names, derived = {} } = table;
  const answers = table.answers.map((answer) => answerOf(answer, codes));

  const asking = (look: Look): ((command: string) => PartialAnswer) => {
    const known: (Truth | undefined)[] = [];
    const truthOf = (test: number): Truth => {
      known[test] ??= decide(tests[test] as GateTest);
      return known[test];
    };
    const decide = ([form, ...rest]: GateTest): Truth => {
      if (form === IS) {
        const [name, mask] = rest as [number, number];
        const told = look.oneOf(names[name] as string, mask);
        if (told !== undefined) return told;
        const bits = possible(names[name] as string);
        return (bits & mask) === bits || ((bits & mask) !== 0 && 'unknown');
      }
      const truth = combine(rest, truthOf, form !== ALL);
      return form === NONE ? negate(truth) : truth;
    };
    /** The bits of the values that the name may have. */
    const possible = (name: string): number => {
      const follows = derived[name];
      return look.bit(name) ?? (follows ? bitsOf(first(follows).found) : look.allBits(name));
    };
    /** The seconds of all pairs that may be the first whose test holds. */
    const first = (pairs: readonly number[]): { found: number[]; sure: boolean } => {
      const { gates, sure } = mayDecide([...pairs.keys()].filter(isEven), (index) => truthOf(pairs[index] as number));
      return { found: gates.map((index) => pairs[index + 1] as number), sure };
    };
    return (command) => {
      const pairs = Object.hasOwn(commands, command) && commands[command];
      if (!pairs) throw new TypeError(`gate: a ${table.entity} has no command ${JSON.stringify(command)}`);
      const { found, sure } = first(pairs);
      return together([...found.map((index) => answers[index] as Answer), ...(sure ? [] : [ACCEPTED])]);
    };
  };

  const gate = (view: PartlySeenEntity) => {
    const look = new Look(table, view);
    look.whole();
    const answer = asking(look);
    return Object.fromEntries(Object.keys(commands).map((command) => [command, answer(command)]));
  };
  const ask = (command: Command, view: PartlySeenEntity) => asking(new Look(table, view))(command);
  return Object.assign(gate, { ask }) as unknown as Gate<Command, Seen, Partly>;
}

const isEven = (index: number): boolean => index % 2 === 0;
const bitsOf = (values: readonly number[]): number => values.reduce((bits, value) => bits | (1 << value), 0);

/** What is said if any of these may be the answer, of which the last is certain if none of the others is given. */
function together(possible: readonly Answer[]): PartialAnswer {
  const last = possible.at(-1) as Answer;
  const isAlike = ({ allowed, code }: Answer): boolean => allowed === last.allowed && code === last.code;
  if (possible.every(isAlike)) return last;
  const unless = possible.filter(({ allowed }) => !allowed).map(({ allowed: _, ...refusal }) => refusal);
  return unless.length < possible.length
    ? { allowed: 'depends', reason: DEPENDS, unless }
    : { allowed: false, reason: last.reason, unless };
}

function answerOf([code, reason, accepts]: GateAnswer, codes: GateTable['codes']): Answer {
  const allowed = accepts === 1;
  return code === null ? { allowed, reason } : { allowed, code, name: codes[code] as string, reason };
}

import { sentenceOf } from '../condition/sentence.ts';
import { nameOf } from '../engine/compile-system.ts';
import { Simulator } from '../engine/simulate.ts';
import { Census } from '../gating/census.ts';
import {
  type Code,
  isPhase,
  isRefusal,
  LET_THROUGH,
  type Lifecycle,
  type Params,
  type Rule,
  type Step,
  type System,
  statusOf,
} from '../model/index.ts';
import { findStrips } from '../space/bit-rows.ts';
import { Sweep } from '../space/bitset-search.ts';
import { layOut } from '../space/layout.ts';
import { compileSpace, type Quotient } from '../space/quotient.ts';

/** Commands against statuses: what each command is answered where a phase stands so. */
export interface Matrix {
  readonly system: string;
  readonly entity: string;
  /** The entities that it was explored with. */
  readonly with: readonly string[];
  /** All that can be reached; every one was counted. */
  readonly situations: number;
  /** The vendor's name of each code in the cells. */
  readonly codes: { readonly [code: string]: string };
  /** Those of one phase stand together. */
  readonly columns: readonly Column[];
  readonly rows: readonly CommandRow[];
  /** `PHASE:STATUS` of the entity in which no situation is. */
  readonly unreached: readonly string[];
}

export interface Column {
  /** The kind of entity whose phase it is. */
  readonly entity: string;
  readonly phase: string;
  readonly status: string | null;
  /** The vendor's code of the status. */
  readonly code: Code | null;
  readonly situations: number;
}

export interface CommandRow {
  readonly command: string;
  readonly says: string;
  /** The form in which the command is asked about. */
  readonly params: Params;
  /** One for each column. */
  readonly cells: readonly Cell[];
}

export interface Cell {
  /** The answer in the plainest situation with that status: the one nearest to `given ready`. */
  readonly accepted: boolean;
  readonly code: Code | null;
  /** A sentence, made from the rule that answers. */
  readonly reason: string;
  /** In no situation with that status is the answer another. */
  readonly always: boolean;
  /** Every answer and in how many situations it is given, the most frequent first; without a code where it accepts. */
  readonly answers: readonly { readonly code: Code | null; readonly situations: number }[];
}

export interface MatrixOptions {
  /** Reads a line of scenario text. */
  readonly read: (line: string) => readonly Step[];
}

/** Asks every command in every situation of an entity that can be reached. */
export function matrixOf(system: System, kind: string, { read }: MatrixOptions): Matrix {
  const quotient = compileSpace(system, kind);
  const sweep = new Sweep(findStrips(layOut(quotient)));
  const lifecycle = system.entities[kind] as Lifecycle;
  const census = new Census(sweep.strips, readyStanding(system, quotient, read));
  while (!sweep.over) {
    census.take(sweep);
    sweep.step();
  }
  census.close();
  const places = columnPlaces(quotient, census, kind);
  const rows = Object.entries(lifecycle.commands).flatMap(([command, { says, plain = {} }]) => {
    const asked = askedOf(quotient, kind, command, plain);
    if (!asked) return [];
    const cells = places.map(({ place, state }) => cellOf(asked, census, place, state, lifecycle));
    return [{ command, says, params: plain, cells }];
  });
  const given = new Set(rows.flatMap(({ cells }) => cells.flatMap(({ answers }) => answers.map(({ code }) => code))));
  return {
    system: system.name,
    entity: kind,
    with: Object.keys(lifecycle.space?.with ?? {}),
    situations: census.situations,
    codes: Object.fromEntries([...given].flatMap((code) => (code === null ? [] : [[code, nameOf(system, code).name]]))),
    columns: places.map(({ column }) => column(system)),
    rows,
    unreached: unreachedOf(quotient, census, kind),
  };
}

/** Where the space's members stand after the usual opening of the system. */
function readyStanding(system: System, { places }: Quotient, read: MatrixOptions['read']): number[] {
  const simulator = new Simulator(system);
  for (const line of system.ready) for (const step of read(line)) simulator.run(step);
  return places.map(({ kind, name, states }) => {
    const entity = simulator.world.peek(kind, system.entities[kind]?.singleton ?? '1');
    return states.indexOf(entity.state(name));
  });
}

const isReached = ({ counts }: Census, place: number, state: number): boolean =>
  counts.some((node) => (node[place]?.[state] as number) > 0);

/** The statuses that are columns: all that are reached, of the companions only those of phases that move. */
function columnPlaces({ places }: Quotient, census: Census, kind: string) {
  return places.flatMap(({ kind: whose, name, states }, place) => {
    const reached = states.flatMap((_, state) => (isReached(census, place, state) ? [state] : []));
    if (!isPhase(name) || (whose !== kind && reached.length < 2)) return [];
    return reached.map((state) => {
      const status = statusOf(states[state] as string);
      const situations = census.counts.reduce((sum, node) => sum + (node[place]?.[state] as number), 0);
      const column = ({ entities }: System): Column => {
        const code = status === null ? null : (entities[whose]?.phases[name]?.[status] ?? null);
        return { entity: whose, phase: name, status, code, situations };
      };
      return { place, state, column };
    });
  });
}

function unreachedOf({ places }: Quotient, census: Census, kind: string): string[] {
  return places.flatMap(({ kind: whose, name, states }, place) =>
    whose === kind && isPhase(name)
      ? states.flatMap((each, state) => (isReached(census, place, state) ? [] : [`${name}:${each}`]))
      : [],
  );
}

/** For each node the rule that decides on a command in its plainest form; undefined where it has none. */
function askedOf({ letters, nodes }: Quotient, kind: string, command: string, plain: Params) {
  const form = formOfParams(plain);
  const letter = letters.findIndex(
    (each) => each.kind === kind && each.event === command && formOfParams(each.params) === form,
  );
  return letter < 0 ? undefined : nodes.map(({ answers }) => answers.find((answer) => answer.letter === letter)?.rule);
}

const formOfParams = (params: Params): string => JSON.stringify(Object.entries(params).sort());

type DecidingRules = readonly (Rule | undefined)[];

function cellOf(
  asked: DecidingRules,
  { counts, nearest }: Census,
  place: number,
  state: number,
  lifecycle: Lifecycle,
): Cell {
  const numbers = new Map<Code | null, number>();
  counts.forEach((node, index) => {
    const situations = node[place]?.[state] as number;
    if (situations === 0) return;
    const code = codeOf(asked[index]);
    numbers.set(code, (numbers.get(code) ?? 0) + situations);
  });
  const rule = asked[nearest[place]?.[state] as number];
  const code = codeOf(rule);
  const answers = [...numbers]
    .map(([each, situations]) => ({ code: each, situations }))
    .sort((a, b) => b.situations - a.situations || String(a.code).localeCompare(String(b.code), 'en'));
  const reason = rule ? sentenceOf(rule.when, lifecycle) : LET_THROUGH;
  return { accepted: code === null, code, reason, always: answers.length === 1, answers };
}

const codeOf = (rule: Rule | undefined): Code | null => (rule && isRefusal(rule) ? rule.code : null);

import { describe } from '../condition/sentence.ts';
import { simplify } from '../condition/truth.ts';
import { fold } from '../condition/walk.ts';
import { articled } from '../condition/why-ignored.ts';
import {
  type Chart,
  type Code,
  type CodeRow,
  type Condition,
  isPhase,
  isRefusal,
  type Lifecycle,
  movesOf,
  type System,
  statusOf,
  type Transition,
  type Use,
} from '../model/index.ts';

/** Every rule, report, timer, status and fault that gives the code of a row. */
export function usesOf(system: System, row: CodeRow): Use[] {
  const found = Object.values(system.entities).flatMap((lifecycle) => [
    ...rejections(lifecycle, row.code),
    ...reasonsIn(lifecycle, row),
    ...statuses(system, lifecycle, row),
  ]);
  return [...unknownEvents(system, row), ...found, ...faults(system, row)];
}

function unknownEvents({ unknownEvent, unknownEventMark, entities }: System, { code, mark }: CodeRow): Use[] {
  if (unknownEvent !== code) return [];
  return Object.keys(entities).map((entity) => ({
    entity,
    command: 'any other',
    when: `the event is none that ${articled(entity)} knows`,
    mark: unknownEventMark ?? mark,
  }));
}

function rejections(lifecycle: Lifecycle, code: Code): Use[] {
  return Object.entries(lifecycle.rules).flatMap(([command, rules]) =>
    rules
      .filter(isRefusal)
      .flatMap((rule) =>
        rule.code === code
          ? [{ entity: lifecycle.kind, command, when: describe(rule.when, lifecycle), mark: rule.mark }]
          : [],
      ),
  );
}

function statuses(system: System, { kind, phases }: Lifecycle, row: CodeRow): Use[] {
  return Object.entries(phases).flatMap(([phase, table]) =>
    Object.entries(table)
      .filter(([status, code]) => code === row.code && isStatusOf(system, row, phase, status))
      .map(([status]) => ({ entity: kind, phase, status, when: `${phase} is ${status}`, mark: row.mark })),
  );
}

/** A vendor may use one word for statuses of several phases. The row's name then says which phase it means. */
export function isStatusOf({ codes }: System, { code, name }: CodeRow, phase: string, status: string | null): boolean {
  return name === `${phase}: ${status}` || codes.filter((row) => row.code === code).length === 1;
}

/** Transitions that put the code on a status as its error; one use per event and target. */
function reasonsIn(lifecycle: Lifecycle, { code, mark }: CodeRow): Use[] {
  const merged = new Map<string, Reason>();
  for (const { phase, from, event, delay, move } of transitionsOf(lifecycle.chart)) {
    if (move.target === undefined || !isPhase(phase) || !gives(move, code)) continue;
    const key = `${phase} ${event} ${move.target} ${move.mark} ${JSON.stringify(move.guard)}`;
    const seen = merged.get(key);
    if (seen) seen.from.push(...from);
    else
      merged.set(key, {
        use: { entity: lifecycle.kind, command: event, phase, status: statusOf(move.target), mark: move.mark ?? mark },
        from: [...from],
        guard: move.guard,
        during: delay === undefined ? '' : ` for ${delay}`,
      });
  }
  return [...merged.values()].map(({ use, from, guard, during }) => ({
    ...use,
    when: `${describe({ all: [...whence(lifecycle, use.phase ?? '', from), ...guardFor(code, guard)] }, lifecycle)}${during}`,
  }));
}

/** What is the same for all transitions of one use. */
interface Reason {
  readonly use: Omit<Use, 'when'>;
  readonly from: string[];
  readonly guard: Condition | undefined;
  /** A part of the sentence: how long a delay takes. */
  readonly during: string;
}

/** The states the phase must be in before; left out if it can be in any. */
function whence({ chart }: Lifecycle, phase: string, from: readonly string[]): Condition[] {
  const all = Object.keys(chart.states[phase]?.states ?? {});
  return from.length === all.length ? [] : [{ [phase]: from.map(statusOf) }];
}

interface PlacedTransition {
  readonly phase: string;
  readonly from: readonly string[];
  readonly event: string;
  /** For a timer: `5m`, or the delay's name. */
  readonly delay?: string;
  readonly move: Transition;
}

/** Every transition of a chart's regions; a delay's transition is caused by `wait`. */
export function* transitionsOf(chart: Chart): Generator<PlacedTransition> {
  for (const [phase, region] of Object.entries(chart.states)) {
    const everywhere = Object.keys(region.states);
    for (const event of Object.keys(region.on ?? {})) {
      for (const move of movesOf(region.on, event)) yield { phase, from: everywhere, event, move };
    }
    for (const [state, node] of Object.entries(region.states)) {
      for (const event of Object.keys(node.on ?? {})) {
        for (const move of movesOf(node.on, event)) yield { phase, from: [state], event, move };
      }
      for (const delay of Object.keys(node.after ?? {})) {
        for (const move of movesOf(node.after, delay)) yield { phase, from: [state], event: 'wait', delay, move };
      }
    }
  }
}

/** Whether a transition carries the code as its error, or its guard accepts exactly this code from the event. */
export const gives = ({ error, guard }: Transition, code: Code): boolean => error === code || allowsCode(guard, code);

/** Whether the guard allows `$code` to be this code. */
function allowsCode(guard: Condition | undefined, code: Code): boolean {
  if (guard === undefined) return false;
  const some = (parts: readonly boolean[]): boolean => parts.includes(true);
  return fold(guard, {
    name: ({ name, values, negated }) => name === '$code' && !negated && values.map(String).includes(String(code)),
    all: some,
    any: some,
    none: () => false,
  });
}

/** What remains of the guard for the code that is explained. */
function guardFor(code: Code, guard: Condition | undefined): Condition[] {
  const left = guard === undefined || simplify(guard, (name) => (name === '$code' ? [code] : undefined));
  return typeof left === 'boolean' ? [] : [left];
}

function faults({ faults: all = [] }: System, { code }: CodeRow): Use[] {
  return all
    .filter((fault) => fault.code === code)
    .flatMap(({ arm, strikes, mark }) =>
      (strikes ?? ['any any']).map((struck) => {
        const [entity = '', command = ''] = struck.split(' ');
        return { entity, command, when: `every gate is passed, and \`${arm}\` was said before`, mark };
      }),
    );
}

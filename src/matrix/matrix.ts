import { leftOf } from '../answers/left.ts';
import { entityAnswers, type Source, worldBehind } from '../answers/source.ts';
import { describe, sentenceOf } from '../condition/sentence.ts';
import { nameOf } from '../engine/compile-system.ts';
import type { Entity } from '../engine/entity.ts';
import { plainRule } from '../engine/judge.ts';
import { viewOf } from '../engine/view.ts';
import type { World } from '../engine/world.ts';
import {
  type Code,
  isRefusal,
  kept,
  LET_THROUGH,
  type Lifecycle,
  once,
  type Rule,
  stateOf,
  statusOf,
  type View,
  valueIn,
} from '../model/index.ts';
import type { Cell, Column, CommandRow, Matrix } from '../model/matrix.ts';
import type { PartialView } from '../reach/index.ts';
import type { EntityAnswers } from '../reach/shipped.ts';
import { OPENING } from '../space/lines.ts';

export type { Cell, Column, CommandRow, Matrix } from '../model/matrix.ts';

/** How each command is answered in each status, as far as situations can be reached. */
export function matrixOf(source: Source, kind: string): Matrix {
  const { system } = source;
  const lifecycle = system.entities[kind] as Lifecycle;
  const data = entityAnswers(source, kind);
  const columns = Object.entries(data.statuses).flatMap(([phase, statuses]) =>
    Object.keys(statuses).map((state): Column => {
      const status = statusOf(state);
      return { phase, status, code: status === null ? null : (lifecycle.phases[phase]?.[state] ?? null) };
    }),
  );
  const words = wordsOf(lifecycle);
  const rulesIn = plainestRules(source, lifecycle, data);
  const plainest = columns.map(({ phase, status }) => rulesIn(phase, stateOf(status)));
  const rows = Object.entries(lifecycle.commands).map(([command, { says, plain = {} }]): CommandRow => {
    const cells = columns.map(({ phase, status }, column) => {
      const answers = data.statuses[phase]?.[stateOf(status)]?.[command] ?? [];
      const rules = answers.map(([rule]) => lifecycle.rules[command]?.[rule]);
      const ends = plainest[column];
      const rule = ends ? ends.get(command) : rules[0];
      const codes = new Set(rules.map(codeOf));
      return {
        accepted: codeOf(rule) === null,
        code: codeOf(rule),
        reason: rule ? sentenceOf(rule.when, lifecycle) : LET_THROUGH,
        always: codes.size === 1,
        answers: answers.map(([, scenario], index) => ({
          code: codeOf(rules[index]),
          when: words(command, rules[index], { [phase]: status }),
          scenario: data.scenarios[scenario] ?? null,
        })),
      };
    });
    return { command, says, params: plain, cells, depends: dependsOf(lifecycle, command, data, columns, cells) };
  });
  const given = new Set(rows.flatMap(({ cells }) => cells.flatMap(({ answers }) => answers.map(({ code }) => code))));
  return {
    system: system.name,
    entity: kind,
    situations: data.situations,
    codes: Object.fromEntries([...given].flatMap((code) => (code === null ? [] : [[code, nameOf(system, code).name]]))),
    columns,
    rows,
    unreached: Object.keys(lifecycle.phases).flatMap((phase) =>
      Object.keys(lifecycle.chart.states[phase]?.states ?? {}).flatMap((state) =>
        data.statuses[phase]?.[state] ? [] : [`${phase}:${state}`],
      ),
    ),
    notCovered: data.notCovered,
  };
}

const codeOf = (rule: Rule | undefined): Code | null => (rule && isRefusal(rule) ? rule.code : null);

/** The answers of a command's cells that have several. */
function dependsOf(
  lifecycle: Lifecycle,
  command: string,
  { statuses }: EntityAnswers,
  columns: readonly Column[],
  cells: readonly Cell[],
): CommandRow['depends'] {
  const numbers = columns.flatMap(({ phase, status }, column) => {
    const answers = cells[column]?.always ? [] : (statuses[phase]?.[stateOf(status)]?.[command] ?? []);
    return answers.map(([rule]) => rule);
  });
  const rules = lifecycle.rules[command] ?? [];
  const deciding = rules.filter((_, number) => numbers.includes(number));
  return [...deciding, ...(numbers.includes(-1) ? [undefined] : [])].map((rule) => ({
    code: codeOf(rule),
    when: rule ? describe(rule.when, lifecycle) : null,
  }));
}

/** A gate's condition, in words, simplified by the status. Many statuses give the same. */
function wordsOf(lifecycle: Lifecycle): (command: string, rule: Rule | undefined, known: PartialView) => string | null {
  const texts = new Map<string, string>();
  return (command, rule, known) => {
    if (!rule) return null;
    const left = leftOf(lifecycle, command, rule, known);
    const condition = typeof left === 'boolean' ? rule.when : left;
    const key = JSON.stringify(condition);
    return kept(texts, key, () => describe(condition, lifecycle));
  };
}

/**
 * For each status, the rule that decides each command in the plainest situation that a shipped scenario leads to;
 * undefined if none does. In it the fewest regions, then facts, differ from those after the usual opening; of these it
 * is the one in which the fewest commands are refused, then the one with the shortest scenario.
 */
function plainestRules(source: Source, lifecycle: Lifecycle, { statuses, scenarios }: EntityAnswers) {
  const endOf = (lines: readonly string[]): End => {
    const world = worldBehind(source, lines);
    return { lines, world, entity: world.peek(lifecycle.kind, lifecycle.singleton ?? '1') };
  };
  const ends = new Map<number, End>();
  const ready = endOf([OPENING]);
  const facts = Object.keys(lifecycle.facts);
  return (phase: string, state: string): ReturnType<typeof rulesAt> | undefined => {
    const commands = Object.values(statuses[phase]?.[state] ?? {});
    const numbers = new Set(commands.flatMap((answers) => answers.map(([, scenario]) => scenario)));
    let left = [...numbers]
      .filter((number) => number >= 0)
      .map((number) => kept(ends, number, () => endOf(scenarios[number] ?? [])));
    const keep = (measure: (end: End) => number): void => {
      const found = left.map(measure);
      const least = Math.min(...found);
      left = left.filter((_, index) => found[index] === least);
    };
    keep(({ entity }) => entity.at.filter((at, region) => at !== ready.entity.at[region]).length);
    keep((end) => facts.filter((fact) => valueIn(viewAt(end), fact) !== valueIn(viewAt(ready), fact)).length);
    keep((end) => [...rulesAt(end).values()].filter((rule) => codeOf(rule) !== null).length);
    keep(({ lines }) => lines.length);
    return left[0] && rulesAt(left[0]);
  };
}

/** The end of a scenario. */
interface End {
  readonly lines: readonly string[];
  readonly world: World;
  readonly entity: Entity;
}

const viewAt = once(({ world, entity }: End): View => viewOf(world, entity));

/** The rule that decides each command in its plain form. */
const rulesAt = once(({ world, entity: { kind, id, lifecycle } }: End): ReadonlyMap<string, Rule | undefined> => {
  const commands = Object.keys(lifecycle.source.commands);
  return new Map(commands.map((command) => [command, plainRule(world, kind, id, command)]));
});

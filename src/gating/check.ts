import type { System } from '../model/index.ts';
import { countOf } from '../reach/count-steps.ts';
import { notCovered } from '../reach/not-covered.ts';
import { reach } from '../reach/reach.ts';
import { Asker } from './asking.ts';
import { type CommandCheck, checkCommand, recheckCommand, recheckTogether } from './command-check.ts';
import { Confirmer } from './confirm.ts';
import { Findings } from './findings.ts';
import type { CoverageLevel, GatingOptions, GatingReport, Predicate, Summary } from './report.ts';
import { mismatchOfFinding, unknownControl } from './report-builder.ts';
import { viewSpaceOf } from './view-space.ts';

export type * from './report.ts';
export { isClean } from './report.ts';

const MOST_LEAVES = 20_000;
const AT_A_TIME = 8;

/**
 * Compares a UI's gating with the model in every reachable situation of an entity. Each finding was confirmed by running
 * its scenario and asking the predicate there, or says that it was not.
 */
export async function checkGating(
  system: System,
  kind: string,
  predicate: Predicate,
  options: GatingOptions,
): Promise<GatingReport> {
  const { read, shipped, patience, silence, controls, progress = () => {}, most = MOST_LEAVES } = options;
  progress(`working out the situations of ${kind}`);
  const space = viewSpaceOf(reach(system, kind, read, shipped));
  const asker = new Asker(predicate, patience, silence);
  const findings = new Findings(space);
  const asked = options.commands ?? space.query.commandNames;
  const commands = asked.filter((command) => controls?.includes(command) ?? true);
  const checks = new Map<string, CommandCheck>();
  const checking = { space, asker, findings, most };
  const lanes = () => (asker.waited ? AT_A_TIME : 1);
  await withLanes(commands, lanes, async (command) => {
    progress(`asking about ${command}: ${asker.asked} questions so far`);
    checks.set(command, await checkCommand(command, checking));
  });
  await withLanes([...checks], lanes, async ([command, check]) => {
    progress(`asking about ${command} again: ${asker.asked} questions so far`);
    await recheckCommand(command, check, checking);
  });
  await withLanes([...Array(AT_A_TIME).keys()], lanes, (lane) => recheckTogether(checks, checking, lane));
  const without = withoutControl(commands, checks, controls !== undefined);
  for (const command of without) for (const key of checks.get(command)?.undefinedKeys ?? []) findings.all.delete(key);
  const confirmer = new Confirmer(space, asker, shipped);
  const order = (command: string): number => commands.indexOf(command);
  const found = [...findings.all.values()].sort((a, b) => order(a.command) - order(b.command));
  const confirmed = await confirmer.confirm(found, (count) =>
    progress(`looking for scenarios: ${count} of ${found.length}`),
  );
  const unknown = (controls ?? []).filter((command) => !space.query.commandNames.includes(command));
  const mismatches = unknown.map((command) => unknownControl(space, command));
  for (const finding of found) mismatches.push(await mismatchOfFinding(space, asker, finding, confirmed.get(finding)));
  const levels = Object.fromEntries(commands.map((command) => [command, { level: levelOf(checks, command) }]));
  const silent = [...checks].filter(([, { silent: count }]) => count > 0n);
  const readsId = [...checks.values()].some(({ exploration }) => exploration.readsId);
  const entities = space.ids.map((id) => `${kind}:${id}`).join(' and ');
  const summary: Summary = {
    level: lowest(Object.values(levels).map(({ level }) => level)),
    situations: countOf(space.count(space.set)),
    mismatches: mismatches.length,
    causes: new Set(mismatches.map(({ cause }) => cause)).size,
    unconfirmed: mismatches.filter(({ unconfirmed }) => unconfirmed).length,
    commands: levels,
    unexercised: commands.flatMap((command) => checks.get(command)?.unexercised ?? []),
    notCovered: [
      ...notCovered(space.query),
      ...(space.hidden.length > 0 ? [`No view tells ${space.hidden.join(', ')}: each is as usual.`] : []),
      ...space.unreachable.map((said) => `Stated to be unreachable, and not proved: ${said}`),
      ...(space.assumesTold
        ? ['What gates ask and the view tells in other words is taken to be as the view tells.']
        : []),
      ...(readsId && space.ids.length > 1 ? [`The UI reads view.entity, and was asked about ${entities} only.`] : []),
    ],
    asked: asker.asked,
    uncontrolled: asked.filter((command) => without.includes(command) || !commands.includes(command)),
    ...(silent.length > 0
      ? {
          unspoken: {
            situations: countOf(silent.reduce((sum, [, { silent: count }]) => sum + count, 0n)),
            commands: silent.filter(([, each]) => each.silent === space.count(space.set)).map(([command]) => command),
          },
        }
      : {}),
  };
  return { system: system.name, entity: kind, mismatches, summary };
}

const levelOf = (checks: ReadonlyMap<string, CommandCheck>, command: string): CoverageLevel =>
  checks.get(command)?.level ?? 'partial';

const LEVELS: readonly CoverageLevel[] = ['partial', 'classes', 'exhaustive'];

/** If nothing was checked, nothing was decided. */
const lowest = (levels: readonly CoverageLevel[]): CoverageLevel =>
  LEVELS.find((level) => levels.includes(level)) ?? 'partial';

/** Commands whose answer is undefined in every situation; none if that holds for all, or if commands were listed. */
function withoutControl(
  commands: readonly string[],
  checks: ReadonlyMap<string, CommandCheck>,
  listed: boolean,
): readonly string[] {
  const without = commands.filter((command) => checks.get(command)?.allUndefined);
  return listed || without.length === commands.length ? [] : without;
}

/** Runs a job for each item: one after another or, once one has to wait, several at a time. */
async function withLanes<Of>(all: readonly Of[], lanes: () => number, work: (one: Of) => Promise<void>): Promise<void> {
  const running = new Set<Promise<void>>();
  for (const one of all) {
    const done = work(one).finally(() => running.delete(done));
    running.add(done);
    while (running.size >= lanes()) await Promise.race(running);
  }
  await Promise.all(running);
}

import { existsSync } from 'node:fs';
import { isClean } from '../../../gating/report.ts';
import type { System } from '../../../model/index.ts';
import { Complaint } from '../../../scenario/complaint.ts';
import { command } from '../../command.ts';
import { withStatus } from '../../io/isolate.ts';
import { oneOf } from '../../one-of.ts';
import { systemNamed } from '../../systems.ts';
import type { Checked } from './check/checked.ts';
import { type CheckOptions, options, PAGE_ONLY } from './check/options.ts';
import { runCheck } from './check/run-check.ts';
import { kindsWithCommands, kindWithCommands } from './kinds.ts';

export default command({
  arguments: [
    {
      name: 'SUBJECT',
      says: 'a module whose default export is (command, view) => boolean or { enabled, code }, or a table: .json, .csv',
      optional: true,
    },
  ],
  options,
  notes: [
    'Every reachable situation is covered. What the module reads of the view shows which situations it cannot distinguish, ' +
      'and it is called once for all of them. Each mismatch was confirmed by running the scenario that is printed, or is ' +
      'called unconfirmed. A module answers undefined for commands without a control, or exports the others as `commands`.',
    'The exit status is 0 only if there is no mismatch, every gate was tried, and no command was checked only in part. With ' +
      'GITHUB_ACTIONS set, annotations are printed too.',
  ],
  examples: [
    { run: 'lifecycle gate check gating.js', says: 'a module with a predicate' },
    { run: 'lifecycle gate check gating.csv --entity project', says: 'a table, for another kind of entity' },
    { run: 'lifecycle gate check gating.ts --baseline known.json --junit gating.xml', says: 'in CI' },
  ],
  async run({ options: given, args: [subject] }, terminal) {
    const chosen = await systemNamed(given.system);
    const kind = await kindOf(chosen, given.entity);
    if ((subject === undefined) === (given.page === undefined)) {
      throw new Complaint(
        subject === undefined ? 'missing SUBJECT, or --page URL' : 'SUBJECT and --page exclude each other',
      );
    }
    const commands = commandsOf(chosen, kind, given.command);
    for (const name of PAGE_ONLY) {
      if (given[name] !== undefined && given.page === undefined) throw new Complaint(`--${name} needs --page URL`);
    }
    if (given['update-baseline'] && given.baseline === undefined) {
      throw new Complaint('--update-baseline needs --baseline FILE');
    }
    const { baselineIn, baselineOf, compare, baselineText } = await import('./check/baseline.ts');
    const saves = await savesOf(given);
    if (given.adapter !== undefined) {
      (await import('../../io/user-module.ts')).checkModule(given.adapter, 'name a module with an adapter');
    }
    const known =
      given.baseline === undefined || given['update-baseline']
        ? undefined
        : baselineIn(given.baseline, chosen.name, kind);
    const began = performance.now();
    const report = await runCheck({ system: chosen, kind, subject, commands }, given, terminal);
    const seconds = (performance.now() - began) / 1000;
    // If one report cannot be written, the others still are.
    const failures: unknown[] = [];
    const attempt = (save: () => void): void => {
      try {
        save();
      } catch (error) {
        failures.push(error);
      }
    };
    attempt(() => saves.baseline?.(baselineText(report)));
    // If the baseline could not be written, its mismatches are not known.
    const updated = given['update-baseline'] && failures.length === 0;
    const accepted = known ?? (updated ? baselineOf(report) : undefined);
    const compared = accepted && given.baseline !== undefined ? compare(given.baseline, accepted, report) : undefined;
    const fresh = compared?.fresh ?? report.mismatches;
    const allowPartial = given['allow-partial'] === true;
    const clean = isClean(report.summary, fresh, { allowPartial });
    const { out } = terminal;
    const about = subject ?? (given.page as string);
    const checked: Checked = { report, fresh, compared, clean, allowPartial, seconds, subject: about };
    return withStatus(clean ? 0 : 1, async () => {
      out.write((await writers[given.json ? 'json' : 'text']())(checked, terminal));
      if (process.env.GITHUB_ACTIONS && fresh.length > 0) {
        const text = (await import('./check/annotations.ts')).annotationsOf(fresh, about);
        // Beside JSON, annotations go to standard error.
        if (given.json) terminal.complain(text.trimEnd());
        else out.write(text);
      }
      await out.flush();
      for (const format of ['junit', 'sarif'] as const) {
        const save = saves[format];
        if (!save) continue;
        const write = await writers[format]();
        attempt(() => save(write(checked)));
      }
      if (failures.length > 0) throw failures[0];
    });
  },
});

/** The kind that is named, or `job`, or the only one that has commands. */
async function kindOf(system: System, given: string | undefined): Promise<string> {
  if (given !== undefined) return kindWithCommands(system, given);
  const kinds = kindsWithCommands(system);
  const usualKind = kinds.includes('job') ? 'job' : kinds.length === 1 ? kinds[0] : undefined;
  if (usualKind === undefined) throw new Complaint(`missing --entity, one of ${kinds.join(', ')} of ${system.name}`);
  return usualKind;
}

/** The commands that are named, in their usual order; undefined if none is. */
function commandsOf({ entities }: System, kind: string, named: readonly string[] | undefined) {
  const known = Object.keys(entities[kind]?.commands ?? {});
  for (const name of named ?? []) oneOf('command', name, known);
  return named && known.filter((command) => named.includes(command));
}

/** How a report is written. A writer's module is loaded when it is used. */
const writers = {
  text: async () => (await import('./check/report-text.ts')).reportText,
  json: async () => (await import('./check/report-json.ts')).reportJson,
  junit: async () => (await import('./check/junit.ts')).junitOf,
  sarif: async () => (await import('./check/sarif.ts')).sarifOf,
};

/** Writes the reports. Whether each file can be written is checked now, because the check may take long. */
async function savesOf({ junit, sarif, baseline, 'update-baseline': update }: CheckOptions) {
  const { saving } = await import('../../io/save.ts');
  const place = (file: string | undefined) => (file === undefined ? undefined : saving(file));
  const saves = { junit: place(junit), sarif: place(sarif), baseline: update ? place(baseline) : undefined };
  // The next run reads a baseline, so it is a file. Writing to a pipe would wait for its reader.
  if (update && baseline !== undefined && existsSync(baseline)) {
    (await import('../../io/text-file.ts')).checkIsFile(baseline, 'name another file for the baseline');
  }
  return saves;
}

import { once, type System } from '../model/index.ts';
import { ScenarioError, ScenarioReader } from '../scenario/index.ts';
import { signalsOf } from './chart.ts';
import { codeKinds } from './code-kinds.ts';
import { checkEntity } from './entity.ts';
import { checkCode, checkKnown, none, type PartPath, type Tell } from './finding.ts';

const MARKS = ['S', 'D', 'F', 'O', 'I'];

/** Checks what a system names, part by part. Its form must have been checked before. */
export function checkSystem(system: System, report: Tell): void {
  const kinds = Object.keys(system.entities);
  if (!/^[\w-]+$/.test(system.name)) report(['name'], 'must consist of letters, digits, _ and -');
  if (kinds.length === 0) report(['entities'], 'is empty; a system needs an entity');
  checkCatalogue(system, report);
  for (const [kind, lifecycle] of Object.entries(system.entities)) checkEntity(system, kind, lifecycle, report);
  for (const [index, { from, signals }] of system.links.entries()) {
    const lifecycle = Object.hasOwn(system.entities, from) ? system.entities[from] : undefined;
    if (!lifecycle) {
      report(['links', index, 'from'], none('entity', from, kinds));
      continue;
    }
    const raised = signalsOf(lifecycle);
    for (const [at, signal] of signals.entries())
      checkKnown(report, ['links', index, 'signals', at], 'signal', signal, raised);
  }
  for (const kind of Object.keys(system.data)) checkKnown(report, ['data', kind], 'entity', kind, kinds);
  checkFaults(system, report);
  checkLines(system, report);
}

function checkCatalogue(system: System, report: Tell): void {
  const { codes, marks, entities, unknownEvent, unknownEventMark } = system;
  const places = new Map<string, number>();
  for (const mark of Object.keys(marks)) checkKnown(report, ['marks', mark], 'mark', mark, MARKS);
  codes.forEach(({ code, name, kind, mark }, index) => {
    const row = `${code} ${name}`;
    const first = places.get(row);
    if (first !== undefined) report(['codes', index], `the row ${row} is also at codes[${first}]`);
    else places.set(row, index);
    checkKnown(report, ['codes', index, 'kind'], 'kind of code', kind, codeKinds);
    checkKnown(report, ['codes', index, 'mark'], 'mark', mark, marks);
  });
  checkCode(report, ['unknownEvent'], unknownEvent, system);
  if (unknownEventMark !== undefined) checkKnown(report, ['unknownEventMark'], 'mark', unknownEventMark, marks);
  for (const [kind, { phases }] of Object.entries(entities)) {
    for (const [phase, statuses] of Object.entries(phases)) {
      for (const [status, code] of Object.entries(statuses)) {
        if (code !== null) checkCode(report, ['entities', kind, 'phases', phase, status], code, system);
      }
    }
  }
}

function checkFaults(system: System, report: Tell): void {
  const { faults = [], fault, marks, entities } = system;
  if (faults.length > 0 && !fault) report(['faults'], 'never strike; a system with faults needs the function fault');
  faults.forEach(({ code, mark, strikes = [] }, index) => {
    const path = ['faults', index];
    checkCode(report, [...path, 'code'], code, system);
    checkKnown(report, [...path, 'mark'], 'mark', mark, marks);
    const commands = Object.values(entities).flatMap((each) =>
      Object.keys(each.commands).map((it) => `${each.kind} ${it}`),
    );
    for (const [at, struck] of strikes.entries())
      checkKnown(report, [...path, 'strikes', at], 'command', struck, commands);
  });
}

/** Every scenario line in a definition must be readable, and its event must exist. */
function checkLines(system: System, report: Tell): void {
  const check = (text: string, path: PartPath): void => {
    for (const line of text.split('\n')) {
      const says = faultIn(system, line);
      if (says !== undefined) report(path, says);
    }
  };
  const checkAll = (lines: readonly string[], path: PartPath): void => {
    for (const [index, line] of lines.entries()) check(line, [...path, index]);
  };
  for (const [kind, { facts, internal = {} }] of Object.entries(system.entities)) {
    for (const [fact, { changedBy = [] }] of Object.entries(facts)) {
      checkAll(changedBy, ['entities', kind, 'facts', fact, 'changedBy']);
    }
    for (const [event, { causedBy, sentBy }] of Object.entries(internal)) {
      const path = ['entities', kind, 'internal', event];
      checkAll(causedBy, [...path, 'causedBy']);
      if (sentBy !== undefined) checkKnown(report, [...path, 'sentBy'], 'effect', sentBy, system.effects);
    }
  }
  checkAll(system.ready, ['ready']);
  checkAll(system.searchHints, ['searchHints']);
  for (const [index, { arm }] of (system.faults ?? []).entries()) check(arm, ['faults', index, 'arm']);
}

const readerOf = once((system: System) => new ScenarioReader(system));

function faultIn(system: System, line: string): string | undefined {
  try {
    const steps = readerOf(system).line(line);
    if (steps.length === 0) return `${line} is no step`;
    for (const step of steps) {
      if ('wait' in step) continue;
      const { commands = {}, reports = {} } = system.entities[step.kind] ?? {};
      const known = [...Object.keys(commands), ...Object.keys(reports)];
      if (!known.includes(step.type)) return `${line}: ${none('event', step.type, known)}`;
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return `${line}: ${error.found}; expected ${error.expected}`;
  }
}

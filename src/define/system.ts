import type { CodeKind, System } from '../model/index.ts';
import { ScenarioError, ScenarioReader } from '../scenario/index.ts';
import { signalsOf } from './chart.ts';
import { checkEntity } from './entity.ts';
import { none, type PartPath, type Tell } from './finding.ts';

const KINDS: { readonly [kind in CodeKind]: true } = {
  status: true,
  'state-rejection': true,
  'input-rejection': true,
  'failure-reason': true,
  'environment-fault': true,
  informational: true,
};

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
    signals.forEach((signal, at) => {
      if (!raised.has(signal)) report(['links', index, 'signals', at], none('signal', signal, raised));
    });
  }
  for (const kind of Object.keys(system.data)) {
    if (!kinds.includes(kind)) report(['data', kind], none('entity', kind, kinds));
  }
  checkFaults(system, report);
  checkLines(system, report);
}

function checkCatalogue(system: System, report: Tell): void {
  const { codes, marks, entities, unknownEvent, unknownEventMark } = system;
  const known = new Set(codes.map(({ code }) => code));
  const places = new Map<string, number>();
  const checkCode = (code: string | number, path: PartPath): void => {
    if (!known.has(code)) report(path, none('code', String(code), [...known].map(String)));
  };
  for (const mark of Object.keys(marks)) if (!MARKS.includes(mark)) report(['marks', mark], none('mark', mark, MARKS));
  codes.forEach(({ code, name, kind, mark }, index) => {
    const row = `${code} ${name}`;
    const first = places.get(row);
    if (first !== undefined) report(['codes', index], `the row ${row} is also at codes[${first}]`);
    else places.set(row, index);
    if (!Object.hasOwn(KINDS, kind)) report(['codes', index, 'kind'], none('kind of code', kind, Object.keys(KINDS)));
    if (!Object.hasOwn(marks, mark)) report(['codes', index, 'mark'], none('mark', mark, Object.keys(marks)));
  });
  checkCode(unknownEvent, ['unknownEvent']);
  if (unknownEventMark !== undefined && !Object.hasOwn(marks, unknownEventMark)) {
    report(['unknownEventMark'], none('mark', unknownEventMark, Object.keys(marks)));
  }
  for (const [kind, { phases }] of Object.entries(entities)) {
    for (const [phase, statuses] of Object.entries(phases)) {
      for (const [status, code] of Object.entries(statuses)) {
        if (code !== null) checkCode(code, ['entities', kind, 'phases', phase, status]);
      }
    }
  }
}

function checkFaults({ faults = [], fault, codes, marks, entities }: System, report: Tell): void {
  if (faults.length > 0 && !fault) report(['faults'], 'never strike; a system with faults needs the function fault');
  faults.forEach(({ code, mark, strikes = [] }, index) => {
    const path = ['faults', index];
    if (!codes.some((row) => row.code === code)) {
      report(
        [...path, 'code'],
        none(
          'code',
          String(code),
          codes.map((row) => String(row.code)),
        ),
      );
    }
    if (!Object.hasOwn(marks, mark)) report([...path, 'mark'], none('mark', mark, Object.keys(marks)));
    const commands = Object.values(entities).flatMap((each) =>
      Object.keys(each.commands).map((it) => `${each.kind} ${it}`),
    );
    strikes.forEach((struck, at) => {
      if (!commands.includes(struck)) report([...path, 'strikes', at], none('command', struck, commands));
    });
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
      if (sentBy !== undefined && !Object.hasOwn(system.effects, sentBy))
        report([...path, 'sentBy'], none('effect', sentBy, Object.keys(system.effects)));
    }
  }
  checkAll(system.ready, ['ready']);
  checkAll(system.searchHints, ['searchHints']);
  for (const [index, { arm }] of (system.faults ?? []).entries()) check(arm, ['faults', index, 'arm']);
}

const readers = new WeakMap<System, ScenarioReader>();

function faultIn(system: System, line: string): string | undefined {
  const reader = readers.get(system) ?? new ScenarioReader(system);
  readers.set(system, reader);
  try {
    const steps = reader.line(line);
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

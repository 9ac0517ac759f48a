import { describe } from '../../src/condition/sentence.ts';
import { transitionsOf } from '../../src/engine/where-used.ts';
import { type Chart, isPhase, type Lifecycle, type System, type Transition } from '../../src/model/index.ts';
import { code, table } from './markdown.ts';

/** Every delay of a system: in which status it counts, how long, and what follows. No lines if there is none. */
export function timersTable({ entities }: System): string[] {
  const rows = Object.values(entities).flatMap(timersOf);
  if (rows.length === 0) return [];
  return [
    'Each counts from when the status is entered and is dropped when it is left. The length of one that has a name depends',
    'on the situation.',
    '',
    ...table(['entity', 'while', 'for', 'then', 'if'], rows),
  ];
}

function timersOf(lifecycle: Lifecycle): string[][] {
  const { kind, chart } = lifecycle;
  return [...transitionsOf(chart)].flatMap(({ phase, from, delay, move }) => {
    if (delay === undefined) return [];
    const length = /^\d/.test(delay) ? delay : code(delay);
    const when = move.guard ? describe(move.guard, lifecycle) : '';
    return [[kind, `${phase} ${from.join()}`, length, outcome(chart, phase, move), when]];
  });
}

function outcome(chart: Chart, region: string, { target, actions = [], error }: Transition): string {
  if (target === undefined) return `${actions.map(code).join(', ')} is done`;
  const led = isPhase(region) ? [] : phasesLedBy(chart, `entered ${region}.${target}`);
  return `${[target, ...led].join(', so that ')}${error === undefined ? '' : ` with error ${error}`}`;
}

/** The statuses of phases that follow a change of a hidden region. */
const phasesLedBy = (chart: Chart, signal: string): string[] =>
  [...transitionsOf(chart)]
    .filter(({ phase, event, move }) => event === signal && isPhase(phase) && move.target !== undefined)
    .map(({ phase, move }) => `${phase} is ${move.target}`);

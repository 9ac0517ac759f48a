import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { egnyte } from '../../../machines/egnyte/index.ts';
import { reasons } from '../../../machines/egnyte/phases.ts';
import { works } from '../../../machines/egnyte/work.ts';
import { type ParamSpec, saysForm } from '../../../src/model/index.ts';

/** The hand-written tables of the page agree with the data. */
const page = readFileSync(new URL('../../../docs/systems/egnyte.md', import.meta.url), 'utf8');

/** The rows of the first table under a heading, without its header. */
function rowsUnder(heading: string): string[][] {
  const lines = page.slice(page.indexOf(`\n${heading}\n`)).split('\n');
  const first = lines.findIndex((line) => line.startsWith('|'));
  const rest = lines.slice(first);
  return rest
    .slice(
      2,
      rest.findIndex((line) => !line.startsWith('|')),
    )
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

it('1: every status of every phase and its code', () => {
  const columns = ['RUNNING', 'SUCCEEDED', 'FAILED', 'STOPPING', 'STOPPED', 'PAUSED', 'QUEUED'];
  const written = rowsUnder('## 1. Statuses and their codes').map(([phase, ...cells]) => {
    const own = columns.flatMap((status, at) => (cells[at] ? [[status, Number(cells[at])]] : []));
    const others = (cells[columns.length] ?? '').split(', ').filter((each) => each !== '');
    const other = others.map((each) => {
      const [status, ...code] = each.split(' ');
      return [status, code.join(' ') === 'no code' ? null : Number(code)];
    });
    return [phase, Object.fromEntries([...own, ...other])];
  });
  const { job, agent, project } = egnyte.entities;
  expect(Object.fromEntries(written)).toEqual({ ...job.phases, ...agent.phases, ...project.phases });
});

describe('2.1: every property', () => {
  const rows = rowsUnder('### 2.1 Properties');
  const specs: { readonly [key: string]: ParamSpec } = egnyte.entities.job.commands.create.params;

  it('in its order', () => expect(rows.map(([key]) => key?.split(' ')[0])).toEqual(Object.keys(specs)));
  it('with its default', () =>
    expect(rows.map(([, , value]) => value)).toEqual(Object.values(specs).map((spec) => spec.default ?? 'none')));
  it('that only create takes', () =>
    expect(rows.filter(([key]) => key?.includes('(create only)')).map(([key]) => key?.split(' ')[0])).toEqual(
      Object.keys(specs).filter((key) => !Object.hasOwn(egnyte.entities.job.commands['config.update'].params, key)),
    ));
  it('with its words and its range', () => {
    for (const [at, { is }] of Object.values(specs).entries()) {
      const values = rows[at]?.[1] ?? '';
      if ('one' in is) for (const word of is.one) expect(values).toContain(`\`${word}\``);
      if ('whole' in is) expect(values).toContain(saysForm(is).replace('a whole number ', ''));
    }
  });
});

it('2.2: every command that runs, its phase and its codes', () => {
  const written = rowsUnder('### 2.2 Commands that run').map(([word, phase, ...codes]) => [
    word,
    phase,
    ...codes.map(Number),
  ]);
  expect(written).toEqual(
    works.map(({ word, phase, inProgress, stopUnrequired, stopInProgress, stopRequired, agentInactive }) => [
      word,
      phase,
      inProgress,
      stopUnrequired,
      stopInProgress,
      stopRequired,
      agentInactive,
    ]),
  );
});

it('7: every reason that a failed report may give', () => {
  const rows = rowsUnder('## 7. Reasons that a failed report may give').map(([phases = '', codes = '']) => ({
    phases,
    codes: codes.split(' ').map(Number),
  }));
  const ofEvery = rows.at(-1)?.codes ?? [];
  const ofProjects = ['SIMULATE_SCAN', 'VALIDATE_PROJECT'];
  const own = rows.slice(0, -1).flatMap(({ phases, codes }) => phases.split(', ').map((phase) => ({ phase, codes })));
  const written = own.map(({ phase, codes }) => [phase, ofProjects.includes(phase) ? codes : [...codes, ...ofEvery]]);
  expect({ ...Object.fromEntries(written), META_MIGRATE_DATA: ofEvery }).toEqual(reasons);
});

// The gate's answers as a UI's gating: `gate check` asks it in every situation that can be reached, and finds nothing.
import { describe, expect, test } from 'vitest';
import type { SystemName } from '../../src/index.ts';
import { gatingReport, type Predicate } from '../../src/testing/gating.ts';
import { allSystems, gatesOf } from './gates.ts';
import ownJobGate from './own-gate.ts';

const entities = allSystems.flatMap(gatesOf).map((each) => {
  const { system, lifecycle, gate } = each;
  const canRun: Predicate = (command, view) => {
    const { allowed, code } = gate.ask(command, view);
    return { enabled: allowed, ...(code === undefined ? {} : { code }) };
  };
  return { name: `${system.name} ${lifecycle.kind}`, system: system.name as SystemName, kind: lifecycle.kind, canRun };
});
const isJob = ({ name }: { name: string }): boolean => name === 'egnyte job';

describe('no mismatch', { timeout: 120_000 }, () => {
  test.each(entities.filter((each) => !isJob(each)))('$name', async ({ system, kind, canRun }) => {
    const { mismatches, summary } = await gatingReport(canRun, system, kind as never);
    expect(mismatches).toEqual([]);
    expect(summary).toMatchObject({ level: 'exhaustive', unexercised: [] });
    expect(Number(summary.situations)).toBeGreaterThan(0);
  });
});

test('no mismatch in the whole space of a job', { timeout: 300_000 }, async () => {
  const { mismatches, summary } = await gatingReport(ownJobGate as Predicate, 'egnyte', 'job');
  expect(mismatches).toEqual([]);
  expect(summary).toMatchObject({ level: 'exhaustive', unexercised: [] });
});

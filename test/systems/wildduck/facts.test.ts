import { describe, expect, it } from 'vitest';
import { wildduck } from '../../../machines/wildduck/index.ts';
import { address } from './facts/address.ts';
import { ground } from './facts/ground.ts';
import { leaving } from './facts/leaving.ts';
import { limits } from './facts/limits.ts';
import { mailbox } from './facts/mailbox.ts';
import { message } from './facts/message.ts';
import { others } from './facts/others.ts';
import { outbound } from './facts/outbound.ts';
import { gates, lifecycles, missedIn, run, statuses, statusesIn } from './facts/run.ts';
import { secondFactor } from './facts/second-factor.ts';
import { session } from './facts/session.ts';
import type { Facts } from './facts/table.ts';
import { user } from './facts/user.ts';

/** The first gate of every command is the same. */
const parameters: Facts = {
  'a parameter that the command does not know': lifecycles.flatMap(({ kind, commands }) =>
    Object.keys(commands).map((command) => [`${kind} ${command} colour=red => InputValidationError`]),
  ),
};

const tables = {
  parameters,
  ground,
  user,
  leaving,
  secondFactor,
  session,
  address,
  mailbox,
  message,
  outbound,
  others,
  limits,
};

describe.each(Object.entries<Facts>(tables))('%s', (_, table) => {
  describe.each(Object.entries(table))('%s', (_section, rows) => {
    it.each(rows.map((row) => ({ row, title: titleOf(row) })))('$title', ({ row }) => {
      expect(row.at(-1)).toContain(' => ');
      expect(missedIn(run(row))).toEqual([]);
    });
  });
});

describe('the facts together', () => {
  const shown = Object.values<Facts>(tables).flatMap((table) => Object.values(table).flat().map(run));
  const without = (all: readonly string[], seen: ReadonlySet<string>) => all.filter((each) => !seen.has(each));

  it('produce every code that is not informational', () => {
    const all = wildduck.codes.filter(({ kind }) => kind !== 'informational').map(({ code }) => String(code));
    const seen = new Set(shown.flatMap(({ results }) => results.map(({ error }) => String(error?.code))));
    expect(without(all, seen)).toEqual([]);
  });

  it('reach every status', () => {
    expect(without(statuses, new Set(shown.flatMap(statusesIn)))).toEqual([]);
  });

  it('let every gate decide', () => {
    expect(without(gates, new Set(shown.flatMap((each) => each.gates)))).toEqual([]);
  });
});

/** The last line shows the fact; the lines before lead there. */
function titleOf(row: readonly string[]): string {
  const lines = row.map((line) => (line.length > 120 ? `${line.slice(0, 117)}...` : line));
  const before = lines.slice(0, -1).filter((line, index) => line !== lines[index - 1]);
  const after = before.length > 30 ? `${before.length} lines` : before.join(', ');
  return [lines.at(-1), ...(before.length > 0 ? [`after ${after}`] : [])].join(' ').replaceAll('$', '');
}

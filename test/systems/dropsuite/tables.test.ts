import { describe, expect, it } from 'vitest';
import { dropsuite } from '../../../machines/dropsuite/index.ts';
import {
  backupMachine,
  downloadMachine,
  migrationMachine,
  restoreMachine,
} from '../../../machines/dropsuite/machines.ts';
import type { StepResult } from '../../../src/model/index.ts';
import { joined, run } from './run.ts';

type Kind = 'backup' | 'migration' | 'restore' | 'download';

/** A scenario to each status of each kind. Every report and command is tried in all of them. */
const ways = (kind: Kind): { readonly [status: string]: string } => {
  const started = joined(kind === 'backup' ? '' : 'given ready', `${kind} start; ${kind} started`);
  const after = (event: string): string => `${started}; ${kind} ${event}`;
  const held = {
    PARTIALLY_COMPLETE: after('partiallySucceeded'),
    CONNECTION_ERROR: after('connectionLost'),
    AUTHENTICATION_ERROR: after('credentialsRejected'),
    SPACE_FULL: after('spaceFull'),
  };
  const always = { RUNNING: started, COMPLETED: after('succeeded'), RETRYING: after('error') };
  if (kind === 'backup') {
    return { null: '', PREPARING: 'backup start', ...always, ...held, DEACTIVATED: after('deactivate') };
  }
  const copies = { null: 'given ready', ON_QUEUE: `given ready; ${kind} start`, ...always, FAILED: after('failed') };
  if (kind === 'download') {
    const spent = joined(started, '25×(download error; wait 30m)', 'download error');
    return { ...copies, CANCELLED: spent, EXPIRED: joined(after('succeeded'), 'wait 30d') };
  }
  return { ...copies, ...held, CANCELLED: after('cancel') };
};

const machines = {
  backup: backupMachine,
  migration: migrationMachine,
  restore: restoreMachine,
  download: downloadMachine,
};
const kinds = ['backup', 'migration', 'restore', 'download'] as const;
const asked = kinds.flatMap((kind) => Object.entries(ways(kind)).map(([status, way]) => ({ kind, status, way })));

/** A report (dropsuite 3), where it applies, and the next status of a backup, a migration or restore, a download. */
const reports: readonly (readonly [string, (status: string) => boolean, string, string, string])[] = [
  ['started', (status) => status === 'PREPARING' || status === 'ON_QUEUE', 'RUNNING', 'RUNNING', 'RUNNING'],
  ['succeeded', whileRunning, 'COMPLETED', 'COMPLETED', 'COMPLETED'],
  ['partiallySucceeded', whileRunning, 'PARTIALLY_COMPLETE', 'PARTIALLY_COMPLETE', '-'],
  ['error', whileRunning, 'RETRYING', 'RETRYING', 'RETRYING'],
  ['failed', whileRunning, '-', 'FAILED', 'FAILED'],
  ['connectionLost', whileRunning, 'CONNECTION_ERROR', 'CONNECTION_ERROR', '-'],
  ['credentialsRejected', whileRunning, 'AUTHENTICATION_ERROR', 'AUTHENTICATION_ERROR', '-'],
  ['spaceFull', whileRunning, 'SPACE_FULL', 'SPACE_FULL', '-'],
  ['sourceRemoved', (status) => status !== 'null' && status !== 'DEACTIVATED', 'DEACTIVATED', '-', '-'],
];

/** A command's refusal or next status in each status (dropsuite 2), with a valid credential and free storage. */
const commands: readonly (readonly [string, { readonly [code: string]: string }, string])[] = [
  [
    'backup start',
    { AlreadyRunning: 'PREPARING RUNNING', MailboxDeactivated: 'DEACTIVATED', StorageFull: 'SPACE_FULL' },
    'PREPARING',
  ],
  [
    'backup force',
    {
      NotFound: 'null',
      AlreadyRunning: 'PREPARING RUNNING',
      MailboxDeactivated: 'DEACTIVATED',
      StorageFull: 'SPACE_FULL',
    },
    'RUNNING',
  ],
  ['backup credentials.update', { NotFound: 'null', NothingToFix: 'not AUTHENTICATION_ERROR' }, 'PREPARING'],
  ['backup deactivate', { NotFound: 'null', AlreadyDeactivated: 'DEACTIVATED' }, 'DEACTIVATED'],
  ['backup activate', { NotFound: 'null', NotDeactivated: 'not DEACTIVATED' }, 'PREPARING'],
  ['migration start', { AlreadyRunning: 'ON_QUEUE RUNNING RETRYING' }, 'ON_QUEUE'],
  ['migration cancel', { NotFound: 'null', AlreadyEnded: 'COMPLETED PARTIALLY_COMPLETE CANCELLED' }, 'CANCELLED'],
  ['restore start', { AlreadyRunning: 'ON_QUEUE RUNNING RETRYING' }, 'ON_QUEUE'],
  ['restore cancel', { NotFound: 'null', AlreadyEnded: 'COMPLETED PARTIALLY_COMPLETE CANCELLED' }, 'CANCELLED'],
  ['restore credentials.update', { NotFound: 'null', NothingToFix: 'not AUTHENTICATION_ERROR' }, 'ON_QUEUE'],
  ['download start', { AlreadyRunning: 'ON_QUEUE RUNNING RETRYING' }, 'ON_QUEUE'],
  ['download open', { NotFound: 'null', LinkExpired: 'EXPIRED', NotFinished: 'not COMPLETED' }, 'COMPLETED'],
];

it('asks in every status of every kind', () => {
  for (const kind of kinds) {
    const [phase, table] = Object.entries(dropsuite.entities[kind].phases)[0] ?? ['', {}];
    expect(Object.keys(ways(kind)).sort()).toEqual(['null', ...Object.keys(table)].sort());
    for (const [status, way] of Object.entries(ways(kind))) expect(standing(way, kind, phase)).toBe(status);
  }
});

describe.each(asked)('a $kind that is $status', ({ kind, status, way }) => {
  it.each(reports)('gets the report %s', (report, applies, ...leads) => {
    const [backup, copy, download] = leads;
    const target = { backup, migration: copy, restore: copy, download }[kind];
    const result = last(joined(way, `${kind} ${report}`));
    if (target === '-')
      expect(result).toMatchObject({ outcome: 'rejected', error: { code: 'UnknownEvent' }, changes: [] });
    else if (!applies(status)) expect(result).toMatchObject({ outcome: 'ignored', changes: [] });
    else {
      expect(result?.outcome).toBe('applied');
      expect(result?.changes.filter(({ entity }) => entity === `${kind}:1`)).toEqual([change(kind, target)]);
    }
  });

  it.each(commands.filter(([command]) => command.startsWith(`${kind} `)))(
    'gets the command %s',
    (command, refused, target) => {
      const result = last(joined(way, command));
      const code = Object.keys(refused).find((each) => covers(refused[each] ?? '', status));
      expect(canBy(way, command)).toBe(code === undefined);
      if (code !== undefined)
        expect(result).toMatchObject({ outcome: 'rejected', error: { code, name: code }, changes: [] });
      else
        expect(result).toMatchObject({ outcome: 'accepted', changes: target === status ? [] : [change(kind, target)] });
    },
  );
});

function whileRunning(status: string): boolean {
  return status === 'RUNNING';
}

function covers(statuses: string, status: string): boolean {
  return statuses.startsWith('not ') ? statuses !== `not ${status}` : statuses.split(' ').includes(status);
}

const last = (script: string): StepResult | undefined => run(script).results.at(-1);

function standing(way: string, kind: string, phase: string): string {
  return run(way).simulator.world.peek(kind, '1').state(phase);
}

function change(kind: Kind, status: string): object {
  const [phase, table] = Object.entries(dropsuite.entities[kind].phases)[0] ?? ['', {}];
  return { entity: `${kind}:1`, phase, status, code: (table as { [status: string]: string })[status] };
}

/** Whether the entity's XState machine accepts the command in the state that the scenario leads to. */
function canBy(way: string, line: string): boolean {
  const [kind, command] = line.split(' ') as [Kind, string];
  const { world } = run(way).simulator;
  const entity = world.peek(kind, '1');
  const { regions, source } = entity.lifecycle;
  const value = Object.fromEntries(regions.map(({ name }) => [name, entity.state(name)]));
  const question = world.ask(entity, command, {});
  const facts = Object.fromEntries(Object.entries(source.facts).map(([name, fact]) => [name, fact.of(question)]));
  const machine = machines[kind];
  return machine.resolveState({ value, context: { facts } } as never).can({ type: command } as never);
}

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AnyMachineSnapshot, type AnyStateMachine, initialTransition, setup, transition } from 'xstate';
import { xstate } from '../../../src/diagram/export/xstate.ts';
import { xstateTs } from '../../../src/diagram/export/xstate-ts.ts';
import { mulberry } from '../../../src/laws/walk.ts';
import type { Lifecycle } from '../../../src/model/index.ts';
import { implementationsOf } from '../../../src/xstate/implementations.ts';
import { hostileToXstate } from './hostile.ts';
import { type Subject, subjects } from './machines.ts';
import { eventsOf } from './xstate-events.ts';

const all: readonly Subject[] = [...subjects, hostileToXstate];
const root = fileURLToPath(new URL('../../..', import.meta.url));
const fileOf = ({ name }: Subject): string => `${name.replaceAll(' ', '-')}.ts`;

let folder: string;
beforeAll(() => {
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
  folder = mkdtempSync(join(root, 'node_modules/.cache/xstate-ts-'));
  for (const subject of all) {
    const text = xstateTs(subject.system, subject.lifecycle);
    const library = pathToFileURL(join(root, 'src/xstate/implementations.ts')).pathname;
    writeFileSync(join(folder, fileOf(subject)), text.replace("'migration-lifecycles'", `'${library}'`));
  }
  const compilerOptions = { types: [], noUnusedLocals: true, noUnusedParameters: true };
  const own = { extends: join(root, 'tsconfig.json'), compilerOptions, include: ['*.ts'], exclude: [] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(own));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every module compiles against xstate', { timeout: 300_000 }, () => {
  const listed = spawnSync(process.execPath, [join(root, 'node_modules/.bin/tsc'), '-p', folder, '--listFilesOnly'], {
    encoding: 'utf8',
  });
  for (const subject of all) expect(listed.stdout).toContain(fileOf(subject));
  const { stdout, status } = spawnSync(process.execPath, [join(root, 'node_modules/.bin/tsc'), '-p', folder], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
  expect(status).toBe(0);
});

interface Module {
  readonly machine: AnyStateMachine;
  readonly machineWith: (lifecycle: Lifecycle) => AnyStateMachine;
}

const STEPS = 300;

test.each(all)('$name: the module behaves as the JSON does', { timeout: 120_000 }, async (subject) => {
  const { system, lifecycle } = subject;
  const module: Module = await import(pathToFileURL(join(folder, fileOf(subject))).href);
  const json = setup(implementationsOf(lifecycle)).createMachine(JSON.parse(xstate(system, lifecycle))) as never;
  const machines = [module.machineWith(lifecycle), json as AnyStateMachine] as const;
  const events = eventsOf(subject);
  const chance = mulberry(7);
  let [own, read] = machines.map((machine) => initialTransition(machine)[0]) as [
    AnyMachineSnapshot,
    AnyMachineSnapshot,
  ];
  for (let step = 0; step < STEPS; step += 1) {
    const event = events[Math.floor(chance() * events.length)]?.read as never;
    const place = `step ${step} of seed 7: ${JSON.stringify(event)}`;
    expect([place, own.can(event)]).toEqual([place, read.can(event)]);
    own = transition(machines[0], own, event)[0];
    read = transition(machines[1], read, event)[0];
    expect([place, own.value, own.context]).toEqual([place, read.value, read.context]);
  }
});

test.each(all)('$name: every guard is named in words', (subject) => {
  const text = xstateTs(subject.system, subject.lifecycle);
  const [, configuration = ''] = text.split('.createMachine(');
  const guards = [...configuration.matchAll(/"guard": (.*)/g)].map(([, name]) => name ?? '');
  expect(guards.length).toBe(xstate(subject.system, subject.lifecycle).match(/"guard": \{/g)?.length ?? 0);
  expect(guards.filter((name) => !/^".+ .+",?$/.test(name))).toEqual([]);
});

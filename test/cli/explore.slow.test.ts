import { describe, expect, it } from 'vitest';
import { call, file, json } from './program.ts';

describe('explore', () => {
  it('tells a person what there is', async () => {
    const { status, stdout, stderr } = await call(['explore', 'agent']);
    expect(stdout).toMatch(
      /^egnyte agent\n {2}situations {3}7,849\n {2}transitions {2}44,248\n {2}depth {8}14\n {2}dead ends {4}0\n {2}time /,
    );
    expect(stdout).toMatch(/\nSituations by status of the agent:\n {2}AGENT {10}not run 1, ACTIVE 1,440, /);
    expect([status, stderr]).toEqual([0, '']);
  });

  it('tells a program the same', async () => {
    const { stdout } = await call(['explore', 'account', '--system', 'dovecot', '--json']);
    expect(json(stdout)).toMatchObject([
      {
        system: 'dovecot',
        entity: 'account',
        complete: true,
        situations: 41,
        ungiven: ['ManagerSuspended', 'ConcurrencyLimit'],
      },
    ]);
  });

  it('says where it ended at the limit', async () => {
    const { status, stdout } = await call(['explore', 'agent', '--limit', '100']);
    expect(stdout).toMatch(/\nThe search ended at its limit: all numbers are of what was seen so far\.\n/);
    expect(status).toBe(0);
  });

  it.each([
    [['explore'], 'lifecycle explore: missing ENTITY, a kind of entity, such as job; run lifecycle explore --help'],
    [
      ['explore', 'agnet'],
      'lifecycle explore: unknown entity "agnet" (did you mean agent?); it is one of agent, job, project, domain',
    ],
    [
      ['explore', 'agent', '--limit', 'many'],
      'lifecycle explore: --limit needs a whole number, at least 1; run lifecycle explore --help',
    ],
  ])('%j', async (args, line) => {
    expect(await call(args)).toEqual({ status: 2, stdout: '', stderr: `${line}\n` });
  });

  it('of an unknown fact', async () => {
    const { status, stderr } = await call(['explore', 'agent', '--free', 'upTodate']);
    expect(stderr).toMatch(/^lifecycle explore: unknown fact "upTodate" \(did you mean upToDate\?\); it is one of /);
    expect(status).toBe(2);
  });
});

describe('path', () => {
  it('prints a scenario that ends there', async () => {
    const { status, stdout } = await call(['path', 'agent', 'AGENT:DELETED', 'SPEED_TEST:FAILED']);
    expect(status).toBe(0);
    const ran = await call([
      'simulate',
      file(`${stdout}agent link.stable => ignored AGENT:DELETED SPEED_TEST:FAILED\n`),
    ]);
    expect(ran.status).toBe(0);
  });

  it('finds the entity that has the phases, and the code', async () => {
    expect((await call(['path', 'SPEED_TEST:STOPPED'])).stdout).toMatch(/^agent register .*\nagent speedTest\.start\n/);
    expect((await call(['path', '--code', '1160'])).stdout).toMatch(
      /\nagent speedTest\.start\nagent speedTest\.start\n$/,
    );
  });

  it('tells a program', async () => {
    const { stdout } = await call(['path', 'MIGRATION:SYNCED', '--system', 'dovecot', '--json']);
    expect(json(stdout)).toMatchObject([{ entity: 'account', scenario: { length: 1 }, before: 0 }]);
  });

  it('begins with the usual opening where that is shorter', async () => {
    const { stdout } = await call(['path', 'account', 'DELIVERY:NEW', '--system', 'dovecot']);
    expect(stdout).toBe('given ready\naccount switch\n');
    expect((await call(['path', 'account', 'MIGRATION:QUEUED', '--system', 'dovecot'])).stdout).toBe(
      'account enqueue\n',
    );
  });

  it('says that there is none', async () => {
    const { status, stdout, stderr } = await call(['path', 'agent', 'AGENT:null', 'SPEED_TEST:RUNNING']);
    expect(stderr).toMatch(/^lifecycle path: no situation of the entity is so; /);
    expect([status, stdout]).toEqual([1, '']);
  });

  it.each([
    [['path'], 'lifecycle path: missing PHASE:STATUS or --code; run lifecycle path --help'],
    [['path', 'SPEED_TEST:STOPED'], /unknown status "STOPED" \(did you mean STOPPED\?\)/],
    [['path', 'agent', 'SPED_TEST:STOPPED'], /unknown phase "SPED_TEST" \(did you mean SPEED_TEST\?\)/],
    [['path', 'NO_SUCH:STOPPED'], /no entity has all of these phases/],
    [['path', 'agent', 'STOPPED'], /"STOPPED" is no PHASE:STATUS/],
    [['path', 'agent', '--code', '650'], /unknown code "650".*; no rule of agent gives it/],
    [['path', 'AGENT:ACTIVE', 'AGENT:DELETED'], /AGENT cannot have two statuses at the same time/],
  ])('%j', async (args, line) => {
    const { status, stdout, stderr } = await call(args);
    expect(stderr).toMatch(line);
    expect([status, stdout]).toEqual([2, '']);
  });
});

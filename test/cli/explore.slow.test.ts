import { describe, expect, it } from 'vitest';
import { call, file, json } from './program.ts';

describe('explore', () => {
  it('prints what it found and what it leaves out', async () => {
    const { status, stdout, stderr } = await call(['explore', 'manager', '--system', 'dovecot']);
    expect(stdout).toMatch(
      /^dovecot manager\n {2}situations {3}32\n {2}transitions {2}\d+\n {2}depth {8}\d\n {2}dead ends {4}0\n {2}time /,
    );
    expect(stdout).toMatch(/\nSituations by status of the manager:\n {2}MANAGER {2}RUNNING 16, SUSPENDED 16\n/);
    expect(stdout).toMatch(/\n\nWhat this leaves out:\nCommands are asked about in their plainest form/);
    expect([status, stderr]).toEqual([0, '']);
  });

  it('prints the same as JSON', async () => {
    const { stdout } = await call(['explore', 'account', '--system', 'dovecot', '--json']);
    const [explored] = json(stdout);
    expect(explored).toMatchObject({ system: 'dovecot', entity: 'account', complete: true, deadEnds: 0, held: [] });
    expect(explored?.ungiven).toEqual([]);
  });

  it.each([
    [['explore'], 'lifecycle explore: missing ENTITY, a kind of entity, such as job; run lifecycle explore --help'],
    [
      ['explore', 'agnet'],
      'lifecycle explore: unknown entity "agnet" (did you mean agent?); it is one of agent, job, project, domain',
    ],
  ])('%j', async (args, line) => {
    expect(await call(args)).toEqual({ status: 2, stdout: '', stderr: `${line}\n` });
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

  it('finds the entity with the phases, or with the code', async () => {
    expect((await call(['path', 'SPEED_TEST:STOPPED'])).stdout).toBe(
      'given ready\nagent speedTest.start\nagent speedTest.stop\nagent speedTest.stopped\n',
    );
    const { stdout } = await call(['path', '--code', '1160']);
    expect((await call(['simulate', file(stdout), '--json'])).stdout).toMatch(/"error":\{"code":1160,/);
  });

  it('prints JSON', async () => {
    const { stdout } = await call(['path', 'MIGRATION:SYNCED', '--system', 'dovecot', '--json']);
    expect(json(stdout)).toMatchObject([{ entity: 'account', scenario: { length: 1 } }]);
  });

  it('begins with the usual opening if that is shorter', async () => {
    const { stdout } = await call(['path', 'account', 'DELIVERY:NEW', '--system', 'dovecot']);
    expect(stdout).toBe('given ready\naccount switch\n');
    expect((await call(['path', 'account', 'MIGRATION:QUEUED', '--system', 'dovecot'])).stdout).toBe(
      'account enqueue\n',
    );
  });

  it('prints the scenario of explain for a code that no command of the entity gives', async () => {
    const { status, stdout } = await call(['path', 'agent', '--code', '650']);
    expect(status).toBe(0);
    expect((await call(['simulate', file(stdout), '--json'])).stdout).toMatch(/"error":\{"code":650,/);
  });

  it('begins where a scenario ends', async () => {
    const after = file('given ready\naccount suspend\n');
    const { status, stdout } = await call([
      'path',
      'account',
      'MIGRATION:RUNNING',
      '--after',
      after,
      '--system',
      'dovecot',
    ]);
    expect([status, stdout]).toEqual([0, expect.not.stringContaining('given ready')]);
  });

  it('leads to a status that needs a parameter', async () => {
    const { stdout } = await call(['path', 'agent', 'AGENT_UPGRADE:SUCCEEDED']);
    expect((await call(['simulate', file(`${stdout}agent link.stable => AGENT_UPGRADE:SUCCEEDED\n`)])).status).toBe(0);
  });

  it('names the entity if it is not the one called 1', async () => {
    expect(await call(['path', 'mailbox', 'MAILBOX:SPECIAL', '--system', 'wildduck'])).toEqual({
      status: 0,
      stdout: 'user create\n',
      stderr: 'lifecycle path: mailbox:1.INBOX is so at the end\n',
    });
  });

  it('says that no situation is so', async () => {
    const { status, stdout, stderr } = await call(['path', 'agent', 'AGENT:null', 'SPEED_TEST:RUNNING']);
    expect(stderr).toMatch(/^lifecycle path: nothing is so: all [\d,]+ situations of the agent were searched\. /);
    expect([status, stdout]).toEqual([1, '']);
  });

  it.each([
    [['path'], 'lifecycle path: missing PHASE:STATUS or --code; run lifecycle path --help'],
    [['path', 'SPEED_TEST:STOPED'], /unknown status "STOPED" \(did you mean STOPPED\?\)/],
    [['path', 'agent', 'SPED_TEST:STOPPED'], /unknown phase "SPED_TEST" \(did you mean SPEED_TEST\?\)/],
    [['path', 'NO_SUCH:STOPPED'], /no entity has all of these phases/],
    [['path', 'agent', 'STOPPED'], /"STOPPED" is neither PHASE:STATUS, nor a code, nor FACT=VALUE/],
    [['path', 'jbo', 'SCAN:FAILED'], /unknown entity "jbo" \(did you mean job\?\)/],
    [['path', '--code', '99999'], /unknown code "99999"/],
    [['path', 'AGENT:ACTIVE', 'AGENT:DELETED'], /AGENT cannot be two things at the same time/],
  ])('%j', async (args, line) => {
    const { status, stdout, stderr } = await call(args);
    expect(stderr).toMatch(line);
    expect([status, stdout]).toEqual([2, '']);
  });
});

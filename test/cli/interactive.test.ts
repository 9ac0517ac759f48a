import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systems } from '../../machines/index.ts';
import { complete } from '../../src/cli/commands/simulate/completion.ts';
import { file, folder, lifecycle, lines } from './program.ts';

const talk = (...typed: string[]) => lifecycle(['simulate', '-i'], typed.map((line) => `${line}\n`).join(''));

describe.concurrent('a session', () => {
  it('answers each line at once', async () => {
    const { stdout, status } = await talk('given ready', 'job scan.start', 'job copy.start');
    expect(stdout).toContain('  8  0s      job:1      copy.start               rejected 650 SCAN_INPROGRESS_ERR\n');
    expect(lines(stdout)).toHaveLength(10);
    expect(status).toBe(0);
  });

  it('explains a line that cannot be read, and goes on', async () => {
    const { stdout, status } = await talk('jbo x', 'job create dest', 'wait 5m');
    expect(stdout).toContain(
      '  column 1: unknown entity "jbo"; expected agent, job, project or domain (did you mean job?)\n',
    );
    expect(stdout).toContain('  column 12: "dest"; expected key=value, or => and an expectation\n');
    expect(stdout).toContain('wait 5m');
    expect(status).toBe(0);
  });

  it('undoes and redoes lines', async () => {
    const { stdout } = await talk('undo', 'given ready', 'job scan.start', 'undo', '? job', 'redo', 'redo');
    const said = lines(stdout);
    expect(said[0]).toBe('  there is nothing to undo');
    expect(said).toContain('  undone: job scan.start');
    expect(said.find((line) => /^ {2}copy\.start /.test(line))).toMatch(/accepted$/);
    expect(said.slice(-2)).toEqual(['  done again: job scan.start', '  there is nothing to redo']);
  });

  it.each([
    ['undo 3', 'unexpected "3" after undo'],
    ['save a file.txt', 'unexpected "file.txt" after save'],
    ['? job agent', 'unexpected "agent" after ?'],
  ])('explains a word too many: %s', async (typed, explained) => {
    const { stdout } = await talk('wait 1m', typed, 'undo');
    expect(lines(stdout).slice(1)).toEqual([`  ${explained}; help says what it takes`, '  undone: wait 1m']);
  });

  it('says what is possible now', async () => {
    const { stdout } = await talk('?', 'given ready', '?', '? jbo');
    expect(stdout).toMatch(/^ {2}agent:1 {2}register/m);
    expect(stdout).toMatch(/^ {2}job:1 {2}config\.update, delete, scan\.start, /m);
    expect(stdout).toContain('  unknown entity "jbo" (did you mean job?)\n');
  });

  it('saves the lines with their expectations', async () => {
    const path = join(folder(), 'saved.txt');
    await talk('given ready', 'job scan.start => accepted', 'jbo', 'wait 1h30m', `save ${path}`, 'exit', 'job x');
    expect(readFileSync(path, 'utf8')).toBe('given ready\njob scan.start => accepted\nwait 90m\n');
  });

  it('reports a failed save, and goes on', async () => {
    const { stdout } = await talk('save /nowhere/at/all.txt', 'wait 1s');
    expect(stdout).toContain('  cannot write "/nowhere/at/all.txt": no such file or directory; ');
    expect(stdout).toContain('wait 1s');
  });

  it('ends with status 1 if an expectation was missed and not undone', async () => {
    expect((await talk('job x => accepted')).status).toBe(1);
    expect((await talk('job x => accepted', 'undo')).status).toBe(0);
  });

  it('names no file at a missed expectation', async () => {
    expect((await talk('job x => accepted')).stdout).toMatch(/^ +missed: expected accepted$/m);
  });

  it('begins after a file', async () => {
    const path = file('given ready\njob scan.start\n');
    const { stdout } = await lifecycle(['simulate', '-i', path], 'job copy.start\n');
    expect(stdout).toContain('rejected 650 SCAN_INPROGRESS_ERR');
  });
});

describe('completion', () => {
  const of = (line: string) => complete(systems.egnyte, ['job:1', 'job:2'], line)[0];

  it('of entities and of commands of the session', () => {
    expect(of('jo')).toEqual(['job', 'job:2']);
    expect(of('un')).toEqual(['undo']);
    expect(of('given ')).toEqual(['ready']);
  });

  it('of events', () =>
    expect(of('job:2 scan.st')).toEqual(['scan.start', 'scan.stop', 'scan.started', 'scan.stopped']));

  it('of parameters that are not given yet, and their values', () => {
    expect(of('job create des')).toEqual(['destination=']);
    expect(of('job create transport=upload tr')).toEqual([]);
    expect(of('job create transport=')).toEqual(['transport=upload', 'transport=async']);
  });

  it('of expectations', () => expect(of('job scan.start => SCAN:Q')).toEqual(['SCAN:QUEUED']));
});

import { describe, expect, it } from 'vitest';
import { readText } from '../../src/scenario/text.ts';
import { Vocabulary } from '../../src/scenario/vocabulary.ts';
import { toy } from './toy.ts';
import { event, read, reads, refuses } from './toy-reading.ts';

describe('a line names an entity and an event', () => {
  reads('job scan.start', event('job', '1', 'scan.start'));
  reads('job:2 scan.start', event('job', '2', 'scan.start'));
  reads('job:a.b-c_D.9 scan.start', event('job', 'a.b-c_D.9', 'scan.start'));
  reads('\tjob   scan.start\t ', event('job', '1', 'scan.start'));
  reads('manager set', event('manager', '1', 'set'));
  reads('manager:1 set', event('manager', '1', 'set'));
  reads('"job" "scan.start"', event('job', '1', 'scan.start'));
  reads('job "a b"', event('job', '1', 'a b'));
  refuses('job', '1:4: the end of the line; expected an event of job');
  refuses('job  # comment', '1:4: the end of the line; expected an event of job');
  refuses('job => 650', '1:5: "=>"; expected an event of job');
  refuses('job ""', '1:5: an event without a name; expected an event of job');
  refuses('job agent=1', '1:5: "agent=1"; expected an event of job before its parameters');
  refuses('job =1', '1:5: "=1"; expected an event of job before its parameters');
  refuses('=> 650', '1:1: "=>"; expected an entity, wait or given');
  refuses('jbo x', '1:1: unknown entity "jbo"; expected job, manager, hub, server or constructor (did you mean job?)');
  refuses('JOB', '1:1: unknown entity "JOB"; expected job, manager, hub, server or constructor (did you mean job?)');
  refuses(
    'wiat 5',
    '1:1: unknown entity "wiat"; expected job, manager, hub, server or constructor (did you mean wait?)',
  );
  refuses('job "=>" x', '1:10: "x"; expected key=value, or => and an expectation');
  refuses(':1 x', '1:1: unknown entity ""; expected job, manager, hub, server or constructor');
  refuses(
    'givn ready',
    '1:1: unknown entity "givn"; expected job, manager, hub, server or constructor (did you mean given?)',
  );
  refuses('job: x', '1:5: the id ""; expected an id of letters, digits, _, - and .');
  refuses('job:a/b x', '1:5: the id "a/b"; expected an id of letters, digits, _, - and .');
  refuses('job:1:2 x', '1:5: the id "1:2"; expected an id of letters, digits, _, - and .');
  refuses('"job:a b" x', '1:6: the id "a b"; expected an id of letters, digits, _, - and .');
  reads('hub x', event('hub', 'main', 'x'));
  reads('hub:main x', event('hub', 'main', 'x'));
  refuses('hub:1 x', '1:5: the id "1"; expected main, because there is only one hub');
  refuses('manager:2 set', '1:9: the id "2"; expected 1, because there is only one manager');
  refuses(
    '\tjbo x',
    '1:2: unknown entity "jbo"; expected job, manager, hub, server or constructor (did you mean job?)',
  );
});

describe('parameters are key=value', () => {
  reads('job tune a=1 b=2', event('job', '1', 'tune', { a: '1', b: '2' }));
  reads('job tune x=a=b', event('job', '1', 'tune', { x: 'a=b' }));
  reads('job tune x==>', event('job', '1', 'tune', { x: '=>' }));
  reads('job tune key=', event('job', '1', 'tune', { key: '' }));
  reads('job tune excludeGlob=[a', event('job', '1', 'tune', { excludeGlob: '[a' }));
  reads('job tune excludeRegex=(', event('job', '1', 'tune', { excludeRegex: '(' }));
  reads('job tune path=C:\\new\\"x"', event('job', '1', 'tune', { path: 'C:\\new\\x' }));
  refuses('job tune a', '1:10: "a"; expected key=value, or => and an expectation');
  refuses(
    'job create ""=x agent=1',
    '1:12: unknown parameter "" of create; expected agent, destination, name, mode, size, count, keep or version',
  );
  refuses('job tune =5', '1:10: "=5"; expected a key before =');
  refuses('job tune a=1 b=2 a=1', '1:18: the parameter "a" a second time; expected each parameter once');
  refuses(
    'job tune __proto__=1 __proto__=2',
    '1:22: the parameter "__proto__" a second time; expected each parameter once',
  );
});

describe('quotes', () => {
  reads('job tune a="/Shared/My Files"', event('job', '1', 'tune', { a: '/Shared/My Files' }));
  reads('job tune a="x" b=""', event('job', '1', 'tune', { a: 'x', b: '' }));
  reads('job tune a="x => y # z"', event('job', '1', 'tune', { a: 'x => y # z' }));
  reads('job tune a=x" "y', event('job', '1', 'tune', { a: 'x y' }));
  reads('job tune a="say \\"hi\\""', event('job', '1', 'tune', { a: 'say "hi"' }));
  reads('job tune a="C:\\\\"', event('job', '1', 'tune', { a: 'C:\\' }));
  reads('job tune a="C:\\new \\d"', event('job', '1', 'tune', { a: 'C:\\new \\d' }));
  reads('job tune "a b"=1', event('job', '1', 'tune', { 'a b': '1' }));
  reads('job tune "a=b"=1', event('job', '1', 'tune', { 'a=b': '1' }));
  reads('job tune ""=a=b', event('job', '1', 'tune', { '': 'a=b' }));
  reads('job tune ""=1', event('job', '1', 'tune', { '': '1' }));
  refuses('job tune "a=b"', '1:10: "a=b"; expected key=value, or => and an expectation');
  refuses('job tune a="x y', '1:12: a quote that is never closed; expected a closing "');
  refuses('job tune a="x\\"', '1:12: a quote that is never closed; expected a closing "');
  refuses('job tune a="x" b="', '1:18: a quote that is never closed; expected a closing "');
});

describe('comments start where a word could', () => {
  reads('job scan.start # => 650', event('job', '1', 'scan.start'));
  reads('job scan.start #', event('job', '1', 'scan.start'));
  reads('job tune a=b#c', event('job', '1', 'tune', { a: 'b#c' }));
  reads('job tune a#b=c', event('job', '1', 'tune', { 'a#b': 'c' }));
  reads('job scan#start', event('job', '1', 'scan#start'));
  reads('job tune a=" #"#', event('job', '1', 'tune', { a: ' ##' }));
  reads('job tune a= #b', event('job', '1', 'tune', { a: '' }));
  it('alone on a line are no steps, and neither are blank lines', () =>
    expect(read('# job x "\n\n \t\n  # y')).toEqual([]));
});

describe('wait', () => {
  reads('wait 90', { wait: 90 });
  reads('wait 90s', { wait: 90 });
  reads('wait 5m', { wait: 300 });
  reads('wait 2h # comment', { wait: 7200 });
  reads('wait 1d', { wait: 86400 });
  reads('wait 0', { wait: 0 });
  reads('"wait" "5m"', { wait: 300 });
  refuses('wait', '1:5: the end of the line; expected a duration such as 90, 5m, 2h or 1d');
  refuses('wait => applied', '1:6: "=>"; expected a duration such as 90, 5m, 2h or 1d');
  refuses('wait 5x', '1:6: the duration "5x"; expected a duration such as 90, 5m, 2h or 1d');
  refuses('wait -5', '1:6: the duration "-5"; expected a duration such as 90, 5m, 2h or 1d');
  refuses('wait 1.5', '1:6: the duration "1.5"; expected a duration such as 90, 5m, 2h or 1d');
  refuses('wait 999999999999999d', '1:6: the duration "999999999999999d"; expected at most 9007199254740991 seconds');
  refuses('wait 5 m', '1:8: "m"; expected => or the end of the line');
});

it('a line is an event, a wait or an opening', () => {
  const vocabulary = new Vocabulary(toy);
  const statement = (line: string) => readText(line, vocabulary);
  expect(statement('job:2 x a=1')).toMatchObject({ is: 'event', to: { id: '2' }, type: 'x', expect: [] });
  expect(statement('wait 5')).toEqual({ is: 'wait', wait: '5', expect: [] });
  expect(statement('given ready')).toEqual({ is: 'given', given: 'ready' });
  expect(statement('# x')).toBeUndefined();
});

it('a known address is not read again', () => {
  const vocabulary = new Vocabulary(toy);
  expect(vocabulary.address('job:2', 'to')).toBe(vocabulary.address('job:2', 'to'));
});

describe('lines', () => {
  const steps = [event('job', '1', 'x'), event('job', '2', 'y')];
  it('end in LF', () => expect(read('job x\njob:2 y\n')).toEqual(steps));
  it('end in CRLF', () => expect(read('job x\r\n\r\njob:2 y\r\n')).toEqual(steps));
  it('may lack their last break', () => expect(read('job x\njob:2 y')).toEqual(steps));
  it('may follow a byte order mark', () => expect(read('\uFEFFjob x\njob:2 y')).toEqual(steps));
  it('may be none', () => expect(read('')).toEqual([]));
  it('may be one character', () => refusesAt('x', 1, 1));
  it('may be one, with a byte order mark and CRLF', () =>
    expect(read('\uFEFFjob scan.start\r\n')).toEqual([event('job', '1', 'scan.start')]));
  it('may begin with a byte order mark only where the scenario begins', () => refusesAt('job x\n\uFEFFjob x', 2, 1));
  it('are counted with those that are blank', () => refusesAt('\n# x\r\n\njob x\n job\n', 5, 5));
  it('have columns of characters', () => refusesAt('job tune a=😀ü b', 1, 15));
  it('have columns that do not count a byte order mark', () => refusesAt('\uFEFFnobody x', 1, 1));
  it('of NDJSON are told apart from text', () => refusesAt('# text\n{"to":"job","type":"x"}', 2, 1));
});

function refusesAt(text: string, line: number, column: number): void {
  expect(() => read(text)).toThrow(expect.objectContaining({ name: 'ScenarioError', file: 'toy.txt', line, column }));
}

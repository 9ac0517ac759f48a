import { describe, expect, it, vi } from 'vitest';
import { readJson } from '../../src/scenario/json.ts';
import { membersOf } from '../../src/scenario/members.ts';
import { Vocabulary } from '../../src/scenario/vocabulary.ts';
import { fc } from '../random/fast-check.ts';
import { toy } from './toy.ts';
import { event, read, reads, refusal, refuses } from './toy-reading.ts';

const FORMS = 'expected "to" and "type", or "wait", or "given"';
const SCALAR = 'expected a string, a number, true or false';

describe('an object is a step', () => {
  reads('{"to":"job","type":"scan.start"}', event('job', '1', 'scan.start'));
  reads('{"type":"scan.start","to":"job:2"}', event('job', '2', 'scan.start'));
  reads(' \t{ "to" : "job" , "type" : "x" } ', event('job', '1', 'x'));
  reads('{"to":"job","type":"a b"}', event('job', '1', 'a b'));
  reads('{"to":"job:2","type":"create","agent":"1"}', event('job', '2', 'create', { agent: '1' }));
  refuses('{}', `1:1: an object without any of these; ${FORMS}`);
  refuses('{"agent":"1"}', `1:1: an object without any of these; ${FORMS}`);
  refuses('{"to":"job"}', `1:7: "to" without "type"; ${FORMS}`);
  refuses('{"type":"x"}', `1:9: "type" without "to"; ${FORMS}`);
  refuses('{"to":1,"type":"x"}', '1:7: the number 1; expected a string');
  refuses('{"to":"job","type":null}', '1:20: null; expected a string');
  refuses('{"to":"job","type":""}', '1:20: an event without a name; expected an event of job');
  refuses(
    '{"to":"jbo","type":"x"}',
    '1:7: unknown entity "jbo"; expected job, manager, hub, server or constructor (did you mean job?)',
  );
  refuses('{"to":"job:a b","type":"x"}', '1:12: the id "a b"; expected an id of letters, digits, _, - and .');
});

describe('every other key is a parameter', () => {
  reads('{"to":"job","type":"tune","a":8000001}', event('job', '1', 'tune', { a: '8000001' }));
  reads('{"to":"job","type":"tune","a":-1.50}', event('job', '1', 'tune', { a: '-1.5' }));
  reads('{"to":"job","type":"tune","a":1e3}', event('job', '1', 'tune', { a: '1000' }));
  reads('{"to":"job","type":"tune","a":true,"b":false}', event('job', '1', 'tune', { a: 'true', b: 'false' }));
  reads('{"to":"job","type":"tune","":"x"}', event('job', '1', 'tune', { '': 'x' }));
  reads('{"to":"job","type":"tune","a":"x\\ny\\u0000"}', event('job', '1', 'tune', { a: 'x\ny\0' }));
  reads('{"to":"job","type":"tune","a":"\\ud800"}', event('job', '1', 'tune', { a: '\ud800' }));
  reads(
    '{"to":"job","type":"x","constructor":"c","toString":"t"}',
    event('job', '1', 'x', { constructor: 'c', toString: 't' }),
  );
  it('__proto__ too', () =>
    expect(JSON.stringify(read('{"to":"job","type":"x","__proto__":"p"}'))).toContain('"params":{"__proto__":"p"}'));
  refuses('{"to":"job","type":"tune","a":null}', `1:31: null; ${SCALAR}`);
  refuses('{"to":"job","type":"tune","a":[1,"b"]}', `1:31: a list; ${SCALAR}`);
  refuses('{"to":"job","type":"tune","a":[]}', `1:31: a list; ${SCALAR}`);
  refuses('{"to":"job","type":"tune","a":{"b":1}}', `1:31: "{"; ${SCALAR}`);
  refuses('{"to":"job","type":"tune","a":{}}', `1:31: "{"; ${SCALAR}`);
  reads(
    '{"to":"job","type":"tune","a":12345678901234567890}',
    event('job', '1', 'tune', { a: '12345678901234567890' }),
  );
  refuses('{"to":"job","type":"tune","a":1e999}', `1:31: a number that is too large; ${SCALAR}`);
  refuses(
    '{"to":"manager","type":"set","limt":1}',
    '1:30: unknown parameter "limt" of set; expected limit (did you mean limit?)',
  );
  refuses('{"to":"manager","type":"set","limit":"x"}', '1:38: the value "x" of limit; expected a whole number');
  refuses(
    '{"to":"job","type":"failed"}',
    '1:20: "failed" without the parameter code; expected code=VALUE, where VALUE is 650 or 651',
  );
});

describe('a key may occur once', () => {
  const twice = (text: string, column: number, key: string) =>
    refuses(text, `1:${column}: the key ${key} a second time; expected each key once`);
  twice('{"to":"job","type":"x","a":1,"a":1}', 30, '"a"');
  twice('{"to":"job","type":"x","a":"1","\\u0061":"1"}', 32, '"a"');
  twice('{"to":"job","to":"job:2","type":"x"}', 13, '"to"');
  twice('{"to":"job","type":"x","expect":[650],"expect":[650]}', 39, '"expect"');
  twice('{"wait":1,"wait":1}', 11, '"wait"');
  twice('{"given":"ready","given":"ready"}', 18, '"given"');
  twice('{"to":"job","type":"x","a":"::","a":":"}', 33, '"a"');
  twice('{"to":"job","type":"x","a:":":","a:":""}', 33, '"a:"');
  twice('{"to":"job","type":"x","a":"\\u003a\\u003a","a":1}', 43, '"a"');
  twice('{"to":"job","type":"x","__proto__":"1","__proto__":"2"}', 40, '"__proto__"');
  twice('{"to":"job","type":"x","expect":["SCAN:null"],"a":1,"a":2}', 53, '"a"');
  reads(
    '{"to":"job:1","type":"tune","a:b":":\\":","c":"{\\"d\\":1}"}',
    event('job', '1', 'tune', { 'a:b': ':":', c: '{"d":1}' }),
  );
});

describe('wait', () => {
  reads('{"wait":"5m"}', { wait: 300 });
  reads('{"wait":7200}', { wait: 7200 });
  reads('{"wait":"90","expect":"job.SCAN:null"}', {
    wait: 90,
    expect: [{ text: 'job.SCAN:null', entity: 'job:1', phase: 'SCAN', status: null }],
  });
  refuses('{"wait":-1}', '1:9: the duration "-1"; expected a duration such as 90, 5m, 2h or 1d');
  refuses('{"wait":1.5}', '1:9: the duration "1.5"; expected a duration such as 90, 5m, 2h or 1d');
  refuses('{"wait":true}', '1:9: the duration "true"; expected a duration such as 90, 5m, 2h or 1d');
  refuses('{"wait":null}', '1:9: null; expected a duration such as 90, "5m", "2h" or "1d"');
  refuses('{"to":"job","wait":"5m"}', '1:2: the key "to"; expected only "expect" besides "wait"');
  refuses('{"wait":"5m","agent":"1"}', '1:14: the key "agent"; expected only "expect" besides "wait"');
});

describe('expect', () => {
  const expecting = (json: string, words: string[]) =>
    it(json, () =>
      expect(read(`{"to":"job","type":"x","expect":${json}}`)).toMatchObject([
        { expect: words.map((text) => ({ text })) },
      ]),
    );
  expecting('["rejected","650","SCAN:null"]', ['rejected', '650', 'SCAN:null']);
  expecting('[650,0]', ['650', '0']);
  expecting('["server issue: pool exhausted","job:2.SCAN:null"]', ['server issue: pool exhausted', 'job:2.SCAN:null']);
  expecting('"accepted"', ['accepted']);
  expecting('650', ['650']);
  reads('{"to":"job","type":"x","expect":[]}', event('job', '1', 'x'));
  refuses('{"to":"job","type":"x","expect":[650,null]}', '1:38: null; expected an outcome, a code or a status');
  refuses('{"to":"job","type":"x","expect":true}', '1:33: true; expected an outcome, a code or a status');
  refuses(
    '{"to":"job","type":"x","expect":[650, "SCAN:STOPED"]}',
    '1:45: unknown status "STOPED" of SCAN; expected QUEUED, RUNNING, STOPPED or null (did you mean STOPPED?)',
  );
  refuses(
    '{"to":"job","type":"x","expect":"acepted"}',
    '1:33: unknown expectation "acepted"; expected accepted, rejected, applied, ignored, a code, PHASE:STATUS or ENTITY.PHASE:STATUS (did you mean accepted?)',
  );
});

describe('invalid JSON is refused at its first wrong character', () => {
  refuses('{', '1:2: the end of the line; expected a key in quotes');
  refuses('{"to', '1:2: a string that is never closed; expected a closing "');
  refuses('{"to"', '1:6: the end of the line; expected a colon');
  refuses('{"to":', `1:7: the end of the line; ${SCALAR}`);
  refuses('{"to":"job', '1:7: a string that is never closed; expected a closing "');
  refuses('{"to":"job"', '1:12: the end of the line; expected a comma or }');
  refuses('{"to":"job","type":"x","expect":["650"', '1:39: the end of the line; expected a comma or ]');
  refuses('{"to":"job",}', '1:13: "}"; expected a key in quotes');
  refuses("{'to':'job'}", `1:2: "'"; expected a key in quotes`);
  refuses('{to:"job"}', '1:2: "to"; expected a key in quotes');
  refuses('{"to" "job"}', '1:7: """; expected a colon');
  refuses('{"to":job}', `1:7: "job"; ${SCALAR}`);
  refuses('{"to":"job","a":01}', `1:17: "01"; ${SCALAR}`);
  refuses(
    '{"to":"a\tb"}',
    '1:7: a string with a bare control character or a bad escape; expected a string as JSON writes it',
  );
  refuses(
    '{"to":"\\x"}',
    '1:7: a string with a bare control character or a bad escape; expected a string as JSON writes it',
  );
  refuses('{"wait":1} {"wait":2}', '1:12: "{"; expected the end of the line');
  refuses('{"wait":1},', '1:11: ","; expected the end of the line');
  refuses('{"wait":1}\n[{"wait":1}]', '2:1: "["; expected an object, as in {"wait":"5m"}');
  refuses('{"wait":1}\n"wait"', '2:1: """; expected an object, as in {"wait":"5m"}');
  refuses('{"wait":1}\nwait 5', '2:1: "wait"; expected an object, as in {"wait":"5m"}');
  refuses('{"wait":1}\n# x', '2:1: "#"; expected an object, as in {"wait":"5m"}');
  refuses('{"wait":1}\nnull', '2:1: "null"; expected an object, as in {"wait":"5m"}');
});

describe('the slower parser', () => {
  it.each([' ', '\t', '\r', '\n'])('takes %j for a blank, as JSON does', (blank) => {
    const line = ['{', '"a"', ':', '[', '1', ',', 'true', ']', ',', '"b"', ':', '-1.5', '}', ''].join(blank);
    expect(membersOf(line).map(({ key, value }) => [key, value])).toEqual(Object.entries(JSON.parse(line)));
  });
  it('takes nothing else for a blank', () => {
    for (const other of ['\u000b', '\u000c', '\u00a0', '\u001f', '!'])
      expect(() => membersOf(`{"a":${other}1}`)).toThrow();
  });
  it('knows where each member and each item stands', () =>
    expect(membersOf('{"a":1, "b" : [2, "x"],"c":[]}')).toEqual([
      { key: 'a', keyAt: 1, value: 1, valueAt: 5, items: [] },
      { key: 'b', keyAt: 8, value: [2, 'x'], valueAt: 14, items: [15, 18] },
      { key: 'c', keyAt: 23, value: [], valueAt: 27, items: [] },
    ]));
  it('takes a number for its digits if a double cannot hold it', () =>
    expect(membersOf('{"a":9007199254740993,"b":9007199254740991,"c":1.5,"d":-9007199254740993}')).toMatchObject([
      { value: '9007199254740993' },
      { value: 9007199254740991 },
      { value: 1.5 },
      { value: '-9007199254740993' },
    ]));
});

describe('NDJSON it is', () => {
  it('behind blank lines', () => expect(read('\n \t\r\n {"wait":1}')).toEqual([{ wait: 1 }]));
  it('behind a byte order mark', () => expect(read('\uFEFF\n{"wait":1}')).toEqual([{ wait: 1 }]));
  it('with blank lines between, and CRLF', () =>
    expect(read('{"wait":1}\r\n\r\n\t\n{"wait":2}\r\n')).toEqual([{ wait: 1 }, { wait: 2 }]));
  it('not if it begins with a list', () => expect(refusal('[{"wait":1}]')).toContain('toy.txt:1:1: unknown entity'));
});

describe('a line is parsed slowly only if necessary, and still', () => {
  const blank = fc.constantFrom('', '', ' ', '\t');
  const text = fc.string({ unit: fc.constantFrom('a', ':', '"', '\\', ',', '{', ' ', 'ü', '\r', '\n'), maxLength: 4 });
  const value = fc.oneof(text, fc.integer(), fc.boolean());
  const object = fc.array(fc.tuple(text, value, blank), { maxLength: 5 }).map((members) => ({
    keys: members.map(([key]) => key),
    line: ['"to":"job:1"', '"type":"tune"', ...members.map(member)].join(','),
  }));
  const member = ([key, held, gap]: [string, unknown, string]) =>
    `${gap}${JSON.stringify(key)}${gap}:${gap}${JSON.stringify(held)}${gap}`;

  it('every duplicate key is found, and nothing else', () =>
    fc.assert(
      fc.property(object, ({ keys, line }) => {
        const once = new Set(keys).size === keys.length;
        expect(refusal(`{${line}}`)).toMatch(once ? /^read as / : /a second time; expected each key once$/);
      }),
      { numRuns: 2000 },
    ));
  it('all JSON is read, except nested values and duplicate keys', () =>
    fc.assert(
      fc.property(object, fc.nat({ max: 80 }), fc.string({ maxLength: 2 }), ({ line }, at, other) => {
        const changed = `{${line.slice(0, at)}${other}${line.slice(at + 1)}}`;
        const json = fault(() => JSON.parse(changed)) === '';
        const wrong = fault(() => membersOf(changed));
        expect(wrong === '').toBe(json && !/a second time|^"[{[]"; expected a string, a number/.test(wrong));
      }),
      { numRuns: 5000 },
    ));

  function fault(read: () => unknown): string {
    try {
      read();
      return '';
    } catch (error) {
      return String((error as Error).message);
    }
  }
});

describe('a line is parsed in one go', () => {
  /** How often JSON is parsed for a line: the slower parser reads each key and each value by itself. */
  const parses = (line: string): number => {
    const parse = vi.spyOn(JSON, 'parse');
    try {
      refusal(line);
      return parse.mock.calls.length;
    } finally {
      parse.mockRestore();
    }
  };
  it.each([
    '{"to":"job","type":"x"}',
    '{"to":"job:1","type":"x"}',
    '{"to":"job:1","type":"x","a:b":"c:d:e"}',
    '{"to":"job:1","type":"x",":a":":b::c"}',
    '{"to":"job","type":"x","a":-7,"b":true}',
    '{"to":"job","type":"x","a":9007199254740991}',
    '{"to":"job","type":"x","expect":["accepted","job:1.SCAN:null","job:2.SCAN:null"]}',
    '{"to":"job","type":"x","expect":[]}',
    '{"wait":"5m","expect":"job:1.SCAN:null"}',
    '{"step":1,"outcome":"applied","type":"wait","wait":"5m","a":{"b":"c:d"}}',
    '{"step":1,"outcome":"applied","type":"wait","wait":"\\u0035m"}',
  ])('%s', (line) => expect(parses(line)).toBe(1));

  it.each([
    ['with an escape', '{"to":"job","type":"\\u0061"}'],
    ['with a key twice', '{"to":"job","type":"x","a":1,"a":1}'],
    ['with a number that a double cannot hold', '{"to":"job","type":"x","a":9007199254740993}'],
    ['with a number that is not whole', '{"to":"job","type":"x","a":1.5}'],
    ['that is no JSON', '{"to":"job","type":}'],
    ['that is a list', '{"wait":1}\n[1]'],
  ])('but not %s', (_, line) => expect(parses(line)).toBeGreaterThan(1));
});

it('a line is an event, a wait or an opening', () => {
  const vocabulary = new Vocabulary(toy);
  const statement = (line: string) => readJson(line, vocabulary);
  expect(statement('{"to":"job:2","type":"x","a":1}')).toMatchObject({ is: 'event', to: { id: '2' }, type: 'x' });
  expect(statement('{"wait":5}')).toEqual({ is: 'wait', wait: '5', expect: [] });
  expect(statement('{"given":"ready"}')).toEqual({ is: 'given', given: 'ready' });
  expect(statement('{"step":1,"outcome":"applied","to":"job","type":"x"}')).toMatchObject({
    is: 'event',
    expect: ['applied'],
  });
  expect(statement(' \t')).toBeUndefined();
});

describe('a key with an escape is not mistaken for another', () => {
  reads('{"to":"job","type":"x","\\\\":"1"}', event('job', '1', 'x', { '\\': '1' }));
  reads('{"to":"job","type":"x","\\r":"1"}', event('job', '1', 'x', { '\r': '1' }));
  reads('{"to":"job","type":"x","\\"":"1","\\u0061":"2"}', event('job', '1', 'x', { '"': '1', a: '2' }));
});

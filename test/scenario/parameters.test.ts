import { describe, expect, it } from 'vitest';
import { event, read, reads, refuses } from './toy-reading.ts';

const CREATE = 'expected agent, destination, name, mode, size, count, keep or version';
const EXPECTATION = 'expected accepted, rejected, applied, ignored, a code, PHASE:STATUS or ENTITY.PHASE:STATUS';

const created = (params: Record<string, string>) => event('job', '1', 'create', { agent: '1', ...params });

describe('a parameter that its event does not take is refused', () => {
  refuses(
    'job create agent=1 desination=/x',
    '1:20: unknown parameter "desination" of create; expected agent, destination, name, mode, size, count, keep or version (did you mean destination?)',
  );
  refuses('job scan.start a=1', '1:16: unknown parameter "a" of scan.start; expected none, as it has no parameters');
  refuses(
    'job scan.started a=1',
    '1:18: unknown parameter "a" of scan.started; expected none, as it has no parameters',
  );
  refuses('manager set Limit=1', '1:13: unknown parameter "Limit" of set; expected limit (did you mean limit?)');
});

describe('a required parameter must be given', () => {
  refuses(
    'job create size=1',
    '1:5: "create" without the parameter agent; expected agent=VALUE, where VALUE is an id (letters, digits, _, -, .)',
  );
  refuses('job change', '1:5: "change" without a parameter; expected at least one of speed or colour');
  reads('job change colour=', event('job', '1', 'change', { colour: '' }));
  refuses('job failed', '1:5: "failed" without the parameter code; expected code=VALUE, where VALUE is 650 or 651');
});

describe('a value has the form that its parameter takes', () => {
  reads('job create agent=a.b destination=', created({ agent: 'a.b', destination: '' }));
  reads('job create agent=1 mode=dry size=100', created({ mode: 'dry', size: '100' }));
  reads('job create agent=1 keep=1m version=1.2', created({ keep: '1m', version: '1.2' }));
  reads(`job create agent=1 size=${'0'.repeat(20)}7`, created({ size: '7' }));
  reads('job create agent=007 name=08 size=100', created({ agent: '007', name: '08', size: '100' }));
  reads('manager set limit=0', event('manager', '1', 'set', { limit: '0' }));
  reads(`manager set limit=${'9'.repeat(20)}`, event('manager', '1', 'set', { limit: '9'.repeat(20) }));
  reads('job failed code=651', event('job', '1', 'failed', { code: '651' }));
  refuses('job create agent=a/b', '1:18: the value "a/b" of agent; expected an id (letters, digits, _, -, .)');
  refuses('job create agent=1 name=""', '1:25: the value "" of name; expected a text that is not empty');
  refuses(
    'job create agent=1 mode="fsat"',
    '1:25: the value "fsat" of mode; expected fast, careful or dry (did you mean fast?)',
  );
  refuses('job create agent=1 size=101', '1:25: the value "101" of size; expected a whole number from 1 to 100');
  refuses('job create size=101 agent=1', '1:17: the value "101" of size; expected a whole number from 1 to 100');
  refuses(
    'job create size=7 agent=1 sise=7 mode=dry',
    `1:27: unknown parameter "sise" of create; ${CREATE} (did you mean size?)`,
  );
  refuses(
    'job create agent=1 keep=5',
    '1:25: the value "5" of keep; expected a duration such as 90, 5m, 2h or 1d, at least 60 s',
  );
  refuses('job create agent=1 version=1', '1:28: the value "1" of version; expected a version such as 1.2');
});

describe('the system answers', () => {
  reads('job create agent=1 count=many', created({ count: 'many' }));
  reads('job tune', event('job', '1', 'tune'));
  reads('job tune speed=fast whatever=x', event('job', '1', 'tune', { speed: 'fast', whatever: 'x' }));
  reads('job nonsense', event('job', '1', 'nonsense'));
  reads('job nonsense a=b c="d e"', event('job', '1', 'nonsense', { a: 'b', c: 'd e' }));
  reads('server set a=b', event('server', '1', 'set', { a: 'b' }));
  reads('job set limit=x', event('job', '1', 'set', { limit: 'x' }));
});

describe('names that every object inherits are ordinary words', () => {
  reads('constructor toString', event('constructor', '1', 'toString'));
  reads('constructor:constructor __proto__', event('constructor', 'constructor', '__proto__'));
  reads('job constructor toString=1', event('job', '1', 'constructor', { toString: '1' }));
  reads('job hasOwnProperty', event('job', '1', 'hasOwnProperty'));
  refuses('toString x', '1:1: unknown entity "toString"; expected job, manager, hub, server or constructor');
  refuses('__proto__ x', '1:1: unknown entity "__proto__"; expected job, manager, hub, server or constructor');
  refuses('job create agent=1 constructor=1', `1:20: unknown parameter "constructor" of create; ${CREATE}`);
  refuses('job create agent=1 __proto__=1', `1:20: unknown parameter "__proto__" of create; ${CREATE}`);
  refuses(
    'constructor hasOwnProperty toString=1',
    '1:28: unknown parameter "toString" of hasOwnProperty; expected __proto__',
  );
  refuses('job x => constructor:y', `1:10: unknown expectation "constructor:y"; ${EXPECTATION}`);
  reads('job x => toString', { ...event('job', '1', 'x'), expect: [{ text: 'toString', code: 'toString' }] });
  refuses('job x => job.constructor:y', '1:14: unknown phase "constructor" of job; expected SCAN or COPY');
  refuses(
    'job x => SCAN:toString',
    '1:15: unknown status "toString" of SCAN; expected QUEUED, RUNNING, STOPPED or null',
  );
  reads('constructor x => __proto__:toString', {
    ...event('constructor', '1', 'x'),
    expect: [{ text: '__proto__:toString', phase: '__proto__', status: 'toString' }],
  });

  const [step] = read('constructor hasOwnProperty __proto__=p');
  const params = step && 'params' in step ? step.params : {};
  it('a key __proto__ is an own key', () => expect(Object.keys(params)).toEqual(['__proto__']));
  it('a key __proto__ has its value', () => expect(Object.entries(params)).toEqual([['__proto__', 'p']]));
  it('a key __proto__ is written as JSON', () => expect(JSON.stringify(params)).toBe('{"__proto__":"p"}'));
  it('what was not given is absent', () =>
    expect(['toString', 'constructor', 'hasOwnProperty'].map((key) => params[key])).toEqual([
      undefined,
      undefined,
      undefined,
    ]));
});

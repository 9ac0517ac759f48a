import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenariosOf } from '../oracle/scenarios.ts';
import { fc } from '../random/fast-check.ts';

const read = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');

/** A few sound texts for each reader, to be spoilt. */
export const corpus = {
  text: scenariosOf('egnyte')
    .slice(0, 4)
    .map(([, text]) => text),
  ndjson: [
    '{"to":"job:2","type":"create","agent":"1","destination":"/Shared/Finance"}\n{"wait":"5m"}\n{"given":"ready"}',
    '{"step":3,"at":0,"to":"job:1","type":"copy.start","outcome":"rejected","error":{"code":650,"name":"X"},"changes":[]}',
    '{"to":"job","type":"scan.start","expect":["accepted","SCAN:QUEUED",650]}',
  ],
  json: [
    '[{"phases":{"SCAN":"RUNNING"},"command":"copy.start","enabled":false}]',
    '[{"SCAN":"RUNNING","command":"scan.stop","enabled":true,"code":656}]',
    '{"SCAN":null,"facts":{"linkUnstable":true}}',
  ],
  csv: [
    'command,enabled,SCAN\ncopy.start,false,RUNNING\nscan.stop,true,\n',
    'SCAN,command,enabled\n"RUNNING","scan.stop","true"\n',
  ],
  baseline: [
    '{"system":"egnyte","entity":"job","known":["copy.start enabled rejected 650"]}',
    '{"version":2,"known":[]}',
    '{"system":"egnyte","entity":"job","known":[{"cause":"the scan is queued","command":"copy.start","answer":"rejected 650","situations":12}]}',
  ],
  routes: [read('routes/wildduck.json'), read('routes/mozilla-sync.json')],
  log: ['2026-01-01 ERROR [650] SCAN_INPROGRESS_ERR job=1', 'DATA_SYNC : PAUSED, EX_TEMPFAIL (75)'],
  url: [
    '/egnyte/job/copy.start/',
    '/egnyte/codes/650/index.html?x=1#y',
    '/play/',
    '/assets/../index.json',
    '/%2e%2e/%00',
  ],
} as const;

/** What a text may be spoilt by: marks of its forms, controls, what turns text around, halves of pairs, numbers, depth. */
const pieces = fc.oneof(
  fc.constantFrom(
    ...'{}[]",:;=#\\\n\r\t \0',
    '=>',
    '"__proto__"',
    'constructor',
    '\u001b[2J',
    '\u202e',
    '\u2028',
    '\ufeff',
    '\ud800',
  ),
  fc.constantFrom(
    '1e999',
    '-0',
    '0'.repeat(40),
    '9'.repeat(400),
    'null',
    '[[',
    '{"a":',
    '%',
    '%zz',
    '../',
    '//',
    '"'.repeat(9),
  ),
  fc.constantFrom('['.repeat(20_000), 'x'.repeat(20_000), '{"a":'.repeat(5_000)),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

/** One of the texts after a few edits, or any text at all. */
export function spoilt(texts: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(30), piece: pieces });
  const edited = fc.tuple(fc.constantFrom(...texts), fc.array(edit, { maxLength: 6 })).map(([text, edits]) =>
    edits.reduce((so, { at, cut, piece }) => {
      const place = Math.floor(at * so.length);
      return so.slice(0, place) + piece + so.slice(place + cut);
    }, text),
  );
  return fc.oneof(
    { weight: 9, arbitrary: edited },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  );
}

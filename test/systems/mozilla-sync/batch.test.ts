import { describe } from 'vitest';
import { answers, type Fact, standings } from './claims.ts';

describe('5: a batch', () => {
  const OPEN = 'given ready / wait 9s / collection post / batch open ids=a size=1';
  const quota = (text: string): string => `given ready / server set quota=100 / ${text}`;
  answers([
    ['open climbs: 17', `${OPEN} / batch open body=notJson ids=a,b size=1312769 records=x`, '17'],
    ['8 for no JSON', `${OPEN} / batch open body=notJson ids=a records=x unmodifiedSince=0`, '8'],
    ['8', `${OPEN} / batch open ids=a,a records=x unmodifiedSince=0`, '8'],
    ['0', `${OPEN} / batch open totalRecords=x totalBytes=262144001 unmodifiedSince=0`, '0'],
    ['17', `${OPEN} / batch open totalBytes=262144001 unmodifiedSince=0`, '17'],
    ['17 for records', 'given ready / batch open totalRecords=10001', '17'],
    ['412', `${OPEN} / batch open unmodifiedSince=0`, '412'],
    ['4', `${OPEN} / server set quota=1 / batch open ids=a size=1`, '4'],
    ['14', quota('batch open ids=a,b size=50'), '14'],
    ['accepted', quota('batch open ids=a,b size=49'), 'accepted'],
    ['14 without items', quota('bso put size=100 / batch open'), '14'],
    ['what does not fit weighs nothing', quota('batch open ids=a size=2621441'), 'accepted'],
    ['totals', 'given ready / batch open totalRecords=10000 totalBytes=262144000', 'accepted'],

    ...['append', 'commit'].flatMap((command): Fact[] => [
      [`${command} climbs: 17`, `given ready / batch ${command} body=notJson ids=a size=2625537 records=x`, '17'],
      ['8', `given ready / batch ${command} body=invalid records=x`, '8'],
      ['0: a header', `${OPEN} / batch ${command} records=x bytes=2621441 unmodifiedSince=0`, '0'],
      ['17', `${OPEN} / batch ${command} bytes=2621441 unmodifiedSince=0`, '17'],
      ['412', `${OPEN} / batch:2 ${command} unmodifiedSince=0`, '412'],
      ['0: unknown', `given ready / batch ${command}`, '0'],
      [
        '0: of another collection',
        `${OPEN} / server set quota=1 / batch ${command} collection=tabs ids=a,b size=9`,
        '0',
      ],
      ['0: committed', `${OPEN} / batch commit / batch ${command}`, '0'],
      ['0: expired', `${OPEN} / wait 2h / batch ${command}`, '0'],
      ['14', quota(`batch open ids=a size=99 / batch ${command} ids=b,c size=1`), '14'],
      ['its collection named', `${OPEN} / batch ${command} collection=1`, 'accepted'],
    ]),
    [
      'append: nothing fits, nothing is asked',
      quota('batch open / bso put size=100 / batch append ids=b ttl=x'),
      'accepted',
    ],
    ['append: 14 even for nothing at all', quota('batch open / bso put size=100 / batch append ids=b'), '14'],
    ['append: the same ids are left out', quota('batch open ids=a,b size=40 / batch append ids=a size=59'), 'accepted'],
    ['append: to the last byte', quota('batch open ids=a,b size=40 / batch append ids=a size=60'), '14'],
    [
      'commit: what is pending is not held back',
      quota('batch open ids=a size=99 / bso put size=99 / batch commit'),
      'accepted',
    ],
    ['commit: what comes with it is', quota('batch open ids=a size=99 / bso put size=99 / batch commit ids=b'), '14'],
    [
      'commit: pending sizes replace old ones',
      quota('bso:1.a put size=90 / batch open ids=a size=1 / batch commit ids=b size=9'),
      'accepted',
    ],
    [
      'commit: an item takes the place of what was pending under its id',
      quota('batch open ids=a size=99 / batch commit ids=a,b size=5'),
      'accepted',
    ],
    ['commit: the same id once more', quota('batch open ids=a size=99 / batch commit ids=a size=99'), 'accepted'],
  ]);
  standings([
    ['two hours', `${OPEN} / wait 7199 => batch.BATCH:OPEN`],
    ['from open', `${OPEN} / wait 1h / batch append ids=b / wait 1h => batch.BATCH:EXPIRED`],
    ['nothing is written before', `${OPEN} => bso:1.a.BSO:null`],
    ['nor ever, once it expired', `${OPEN} / wait 2h => bso:1.a.BSO:null`],
    ['what is pending is written', `${OPEN} / batch commit ids=b => BATCH:COMMITTED bso:1.a.BSO:LIVE bso:1.b.BSO:LIVE`],
    [
      'what does not fit is not',
      `${OPEN} / batch append ids=b ttl=x / batch commit => bso:1.a.BSO:LIVE bso:1.b.BSO:null`,
    ],
    [
      'a ttl counts from the commit',
      'given ready / batch open ids=a ttl=60 / wait 1h / batch commit / wait 59s => bso:1.a.BSO:LIVE',
    ],
    [
      'a ttl pending is replaced',
      'given ready / batch open ids=a ttl=60 / batch append ids=a / batch commit / wait 1h => bso:1.a.BSO:LIVE',
    ],
    [
      'one written later is not',
      'given ready / batch open ids=a ttl=60 / batch commit ids=a / wait 1m => bso:1.a.BSO:EXPIRED',
    ],
    [
      '0 ends with the step, not before',
      'given ready / batch open ids=a ttl=0 / batch commit ids=a ttl=60 => bso:1.a.BSO:LIVE',
    ],
    ['0 that nothing replaces', 'given ready / batch open ids=a ttl=0 / batch commit ids=a => bso:1.a.BSO:EXPIRED'],
    ['a storage emptied leaves it open', `${OPEN} / storage delete => batch.BATCH:OPEN`],
    ['and it can be committed', `${OPEN} / storage delete / batch commit => collection.COLLECTION:PRESENT`],
    ['opened again', `${OPEN} / batch commit / batch open => BATCH:OPEN`],
  ]);
});

import { describe } from 'vitest';
import { answers, changes, standings } from './claims.ts';

const TWO = 'given ready / account:2 create password=battery-staple';
/** A quota of 1000 that is reached; the writes moved the times to 9. */
const FULL = 'given ready / server set quota=1000 / wait 9s / bso:1.full put size=1000';
const name = (length: number): string => 'n'.repeat(length);
const names = (count: number): string => Array.from({ length: count }, (_, each) => `n${each + 1}`).join(',');

describe('1: a whole number has up to fifteen digits', () => {
  answers([
    ['fifteen', 'given ready / bso put ttl=000000000000005', 'accepted'],
    ['sixteen', 'given ready / bso put ttl=0000000000000005', '8'],
    ['sixteen of a sortindex', 'given ready / bso put sortindex=-0000000000000005', '8'],
    ['fifteen of a header', 'given ready / collection post ids=a records=000000000000100', 'accepted'],
    ['sixteen of a header', 'given ready / collection post ids=a records=0000000000000100', '0'],
  ]);
});

describe('4: a storage', () => {
  answers([
    ['delete climbs: 4', 'given ready / wait 9s / bso put / storage delete api=1.1 unmodifiedSince=0', '4'],
    ['4 if it is not confirmed', 'given ready / storage delete api=1.1 confirm=no', '4'],
    ['412', 'given ready / wait 9s / bso put / storage delete api=1.1 confirm=yes unmodifiedSince=8', '412'],
    ['accepted', 'given ready / wait 9s / bso put / storage delete api=1.1 confirm=yes unmodifiedSince=9', 'accepted'],
    ['1.5 needs no confirmation', 'given ready / storage delete', 'accepted'],
  ]);
  changes([
    [
      'all that is his is deleted; batches stay',
      'given ready / bso:1.a put / collection:tabs post ids=b,c / batch open ids=x / storage delete',
      [
        'bso:1.a DELETED',
        'bso:tabs.b DELETED',
        'bso:tabs.c DELETED',
        'collection:1 DELETED',
        'collection:tabs DELETED',
        'storage:1 EMPTY',
      ],
    ],
    ['nobody else’s', `${TWO} / bso put user=2 / storage delete`, []],
  ]);
});

describe('4: a collection', () => {
  const AT9 = 'given ready / wait 9s / collection post';
  answers([
    ['get: 412', `${AT9} / collection get unmodifiedSince=8`, '412'],
    ['get', `${AT9} / collection get unmodifiedSince=9`, 'accepted'],
    ['get of an absent one', 'given ready / wait 9s / collection get unmodifiedSince=0', 'accepted'],
    ['delete: 412', `${AT9} / collection delete unmodifiedSince=8`, '412'],
    ['delete of an absent one', 'given ready / collection delete', 'accepted'],

    ['post climbs: 17', `${FULL} / collection post body=notJson ids=a,b size=1312769 records=x`, '17'],
    ['8 for no JSON', `${FULL} / collection post body=notJson ids=a,b size=1312768 records=x`, '8'],
    ['8 for the body', `${FULL} / collection post body=invalid ids=a records=x unmodifiedSince=0`, '8'],
    ['8 for one id twice', `${FULL} / collection post ids=a,b,a records=x unmodifiedSince=0`, '8'],
    ['0', `${FULL} / collection post ids=a records=x bytes=2621441 unmodifiedSince=0`, '0'],
    ['0 for nothing', 'given ready / collection post records=""', '0'],
    ['0 for less than nothing', 'given ready / collection post bytes=-1', '0'],
    ['0 for more than a header holds', 'given ready / collection post bytes=4294967296', '0'],
    ['17 for as much as one holds', 'given ready / collection post bytes=4294967295', '17'],
    [
      '17 for the first bad header, though a later one is no number',
      'given ready / collection post records=101 bytes=x',
      '17',
    ],
    ['a total outside a batch', 'given ready / collection post totalRecords=10000 totalBytes=262144000', 'accepted'],
    ['17 for such a total', `${FULL} / collection post ids=a totalRecords=10001 unmodifiedSince=0`, '17'],
    ['17', `${FULL} / collection post ids=a records=101 unmodifiedSince=0`, '17'],
    ['17 for bytes', `${FULL} / collection post ids=a bytes=2621441 unmodifiedSince=0`, '17'],
    ['412', `${FULL} / collection post ids=a records=100 bytes=2621440 unmodifiedSince=0`, '412'],
    ['14', `${FULL} / collection post ids=a`, '14'],
    ['nothing to write meets no quota', `${FULL} / collection post`, 'accepted'],
    ['nor what does not fit', `${FULL} / collection post ids=a ttl=never`, 'accepted'],
  ]);
  standings([
    ['is there once it is posted to', 'given ready / collection post => COLLECTION:PRESENT storage.STORAGE:EMPTY'],
    ['once something is put', 'given ready / bso:tabs.a put => collection:tabs.COLLECTION:PRESENT'],
    [
      'once a batch is committed',
      'given ready / batch open collection=tabs / batch commit => collection:tabs.COLLECTION:PRESENT',
    ],
    ['outlives its last BSO', 'given ready / bso put ttl=5 / wait 5s => collection.COLLECTION:PRESENT'],
    ['a hundred fit', `given ready / collection post ids=${names(101)} => bso:1.n100.BSO:LIVE`],
    ['and not one more', `given ready / collection post ids=${names(101)} => bso:1.n101.BSO:null`],
    ['so many bytes fit', 'given ready / collection post ids=a,b size=1310720 => bso:1.b.BSO:LIVE'],
    ['and not one more', 'given ready / collection post ids=a,b size=1310721 => bso:1.a.BSO:LIVE bso:1.b.BSO:null'],
    ['a ttl fits', 'given ready / collection post ids=a ttl=999999999 => bso:1.a.BSO:LIVE'],
    ['up to there', 'given ready / collection post ids=a ttl=1000000000 => bso:1.a.BSO:null'],
  ]);
  changes([
    [
      'a ttl of 0 ends with the step',
      'given ready / collection post ids=a ttl=0',
      ['bso:1.a EXPIRED', 'bso:1.a LIVE', 'collection:1 PRESENT', 'storage:1 EMPTY'],
    ],
    [
      'deleted with what is LIVE in it',
      'given ready / bso:1.a put / bso:1.b put / bso:1.b delete / collection delete',
      ['bso:1.a DELETED', 'collection:1 DELETED', 'storage:1 EMPTY'],
    ],
    ['absent: nothing', 'given ready / collection delete', []],
  ]);
});

describe('4: a BSO', () => {
  answers([
    ['get climbs: 412', 'given ready / wait 9s / bso put / bso get unmodifiedSince=8', '412'],
    ['404', 'given ready / wait 9s / bso put / bso delete / bso get unmodifiedSince=8', '404'],
    ['accepted', 'given ready / bso put / bso get', 'accepted'],
    ['delete climbs: 412', 'given ready / wait 9s / bso put / bso delete unmodifiedSince=8 api=1.1', '412'],
    ['404', 'given ready / bso delete', '404'],
    ['404 once it expired', 'given ready / bso put ttl=1 / wait 1s / bso delete', '404'],
    ['1.1 deletes what is not there', 'given ready / bso delete api=1.1', 'accepted'],

    ['put climbs: 17', `${FULL} / bso:1.full put body=notJson size=2625537 unmodifiedSince=0`, '17'],
    ['8 for no JSON', `${FULL} / bso:1.full put body=notJson unmodifiedSince=0`, '8'],
    ['8 for the body', `${FULL} / bso:1.full put body=invalid unmodifiedSince=0`, '8'],
    ['8 for its size', `${FULL} / bso:1.full put size=2625536 unmodifiedSince=0`, '8'],
    ['8 for its ttl', `${FULL} / bso:1.full put ttl=1000000000 unmodifiedSince=0`, '8'],
    ['8 for no ttl', 'given ready / bso put ttl=""', '8'],
    ['8 for half a ttl', 'given ready / bso put ttl=0.5', '8'],
    ['8 for its sortindex', `${FULL} / bso:1.full put sortindex=-1000000000 unmodifiedSince=0`, '8'],
    ['64 characters are a name', `given ready / bso:1.${name(64)} put`, 'accepted'],
    ['the largest numbers', 'given ready / bso put size=2621440 ttl=999999999 sortindex=999999999', 'accepted'],
    ['412', `${FULL} / bso:1.full put unmodifiedSince=8`, '412'],
    ['14, be it smaller than before', `${FULL} / bso:1.full put size=0`, '14'],
  ]);
  standings([
    ['lives for its ttl', 'given ready / bso put ttl=60 / wait 59s => bso.BSO:LIVE'],
    ['and no longer', 'given ready / bso put ttl=60 / wait 60s => bso.BSO:EXPIRED'],
    ['the old ttl goes on', 'given ready / bso put ttl=60 / wait 59s / bso put size=1 / wait 1s => bso.BSO:EXPIRED'],
    [
      'a new one counts from now',
      'given ready / bso put ttl=60 / wait 59s / bso put ttl=60 / wait 59s => bso.BSO:LIVE',
    ],
    [
      'a list gives one too',
      'given ready / bso:1.a put ttl=60 / collection post ids=a ttl=90 / wait 89s => bso:1.a.BSO:LIVE',
    ],
    ['0 ends with the step', 'given ready / bso put ttl=60 / bso put ttl=0 => BSO:EXPIRED'],
    ['00 is 0', 'given ready / bso put ttl=00 => BSO:EXPIRED'],
    ['a ttl is dropped with the BSO', 'given ready / bso put ttl=60 / bso delete / bso put / wait 2m => bso.BSO:LIVE'],
    ['a BSO with a dot and one without are two', 'given ready / bso:x put / bso:1.x delete => bso:x.BSO:LIVE'],
  ]);
  changes([
    ['a first one', 'given ready / bso put', ['bso:1 LIVE', 'collection:1 PRESENT', 'storage:1 UNDER_QUOTA']],
    [
      'a ttl of 0',
      'given ready / bso put ttl=0',
      ['bso:1 EXPIRED', 'bso:1 LIVE', 'collection:1 PRESENT', 'storage:1 EMPTY'],
    ],
    ['written again', 'given ready / bso put / bso put size=1', []],
    ['the last one', 'given ready / bso put / bso delete', ['bso:1 DELETED', 'storage:1 EMPTY']],
    [
      'two expire at once, one behind the other',
      'given ready / server set quota=10 / bso:1.a put size=5 ttl=9 / bso:1.b put size=5 ttl=9 / wait 9s',
      ['bso:1.a EXPIRED', 'bso:1.b EXPIRED', 'storage:1 EMPTY', 'storage:1 NEAR_QUOTA'],
    ],
  ]);
});

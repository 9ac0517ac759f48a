import { describe } from 'vitest';
import { answers, changes, standings } from './claims.ts';

const TWO = 'given ready / account:2 create password=battery-staple';

describe('1: ground rules', () => {
  answers([
    ['an unknown event', 'bso fly => 1', '1'],
    ['comes before every gate, whatever it carries', 'node fault code=GETVS_FAILED / batch fly host=missing x=y', '1'],
    [
      'and uses no fault up',
      'given ready / node fault code=GETVS_FAILED / bso fly / bso get',
      'server issue: getVS failed',
    ],
    ['of a node too', 'node explode', '1'],
    ['and of the server', 'server stop', '1'],
    ['a report is always applied', 'given ready / node healthy', 'applied'],
    [
      'the server has whatever id',
      'given ready / server:9 set quota=1 / bso put size=1 / server:4 set captcha=on / bso put',
      '14',
    ],
    [
      'names of collections are unique over all accounts',
      `${TWO} / collection:tabs post user=2 / collection:tabs post user=1`,
      '5',
    ],
    ['names of batches are too', `${TWO} / batch:x open user=2 collection=a / batch:x open collection=b`, '5'],
    ['a BSO without a dot lies in collection 1', `${TWO} / bso:x put user=2 / collection get`, '5'],
    ['the last dot counts', `${TWO} / bso:a.b.c put user=2 / collection:a.b get`, '5'],
  ]);
  standings([
    [
      'a deleted account starts afresh',
      'given ready / account delete / account create password=eight888 => EMAIL:null',
    ],
    [
      'a former time is forgotten with the BSO',
      'given ready / wait 9s / bso put / bso delete / bso get unmodifiedSince=0 => 404',
    ],
    [
      'and a former size',
      'given ready / server set quota=100 / bso put size=100 / bso delete / bso put => storage.STORAGE:NEAR_QUOTA',
    ],
    ['and a former ttl', 'given ready / bso put ttl=60 / bso delete / bso put / wait 1h => bso.BSO:LIVE'],
    [
      'and what a batch held',
      'given ready / batch open ids=a / wait 2h / batch open / batch commit => bso:1.a.BSO:null',
    ],
  ]);
  changes([
    ['nothing is listed twice', 'given ready / node healthy', []],
    ['a new account', 'account create password=eight888', ['account:1 REGISTERED']],
    ['with an address', 'account create password=eight888 email=1@x.yy', ['account:1 REGISTERED', 'account:1 SET']],
    [
      'afresh: what was before is gone silently',
      'given ready / account reset.request / account delete / account create password=eight888',
      ['account:1 REGISTERED'],
    ],
    ['a rejection changes nothing', 'given ready / bso get', []],
  ]);
});

describe('6: node and server', () => {
  answers([
    ['node:2 serves nobody here', 'given ready / node:2 down / storage info', 'accepted'],
    ['BACKOFF serves', 'given ready / node backoff / storage info', 'accepted'],
    [
      'a fault of node:7 is met at node:1',
      'given ready / node:7 fault code=PREFIX_NOT_SET / bso get',
      'server issue: prefix not set',
    ],
    [
      'a later fault replaces it',
      'given ready / node fault code=PREFIX_NOT_SET / node fault code=POOL_EXHAUSTED / bso get',
      'server issue: pool exhausted',
    ],
    [
      'and is met once',
      'given ready / node fault code=PREFIX_NOT_SET / node fault code=POOL_EXHAUSTED / bso get / bso get',
      '404',
    ],
    ['what is not named stays', 'server set captcha=on / server set quota=5 / account create password=eight888', '2'],
  ]);
  standings([
    ['a fault is no status', 'node fault code=GETVS_FAILED => NODE:null'],
    ['BACKOFF lasts as long as it says', 'node backoff seconds=60 / wait 59s => node.NODE:BACKOFF'],
    ['and no longer', 'node backoff seconds=60 / wait 60s => node.NODE:HEALTHY'],
    ['half an hour, if nothing is said', 'node backoff / wait 1799s => node.NODE:BACKOFF'],
    ['and then the node is healthy', 'node backoff / wait 30m => node.NODE:HEALTHY'],
    ['given again, it counts anew', 'node backoff / wait 29m / node backoff / wait 29m => node.NODE:BACKOFF'],
    ['and may count for less', 'node backoff / node backoff seconds=1 / wait 1s => node.NODE:HEALTHY'],
    ['what comes between ends it', 'node backoff / node down / wait 1h => node.NODE:DOWN'],
  ]);
});

describe('8: ready', () => {
  changes([['ends with an account', 'given ready', ['account:1 REGISTERED', 'account:1 SET']]]);
  answers([['which nodes serve', 'given ready / storage info', 'accepted']]);
});

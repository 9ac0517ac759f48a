import { describe } from 'vitest';
import { answers, standings } from './claims.ts';

const TWO = 'given ready / account:2 create password=battery-staple';
/** A quota of 1000 that is reached; the writes moved the times to 9. */
const FULL = 'given ready / server set quota=1000 / wait 9s / bso:1.full put size=1000';

describe('4: times of last change', () => {
  /** Whether what the request names was changed later than second 9. */
  const changed = (text: string): string => `given ready / bso:1.a put size=1 / wait 10s / ${text} unmodifiedSince=9`;
  answers([
    ['a put moves its collection', changed('bso:1.b put / collection get'), '412'],
    ['a put moves its storage', changed('bso:1.b put / storage delete'), '412'],
    ['a size moves a BSO', changed('bso:1.a put size=1 / bso:1.a get'), '412'],
    ['a sortindex moves it', changed('bso:1.a put sortindex=1 / bso:1.a get'), '412'],
    ['a ttl alone does not', changed('bso:1.a put ttl=60 / bso:1.a get'), 'accepted'],
    ['but moves the collection', changed('bso:1.a put ttl=60 / collection get'), '412'],
    ['a new BSO has its time', changed('bso:1.b put / bso:1.b get'), '412'],
    ['a list moves its items', changed('collection post ids=a size=1 / bso:1.a get'), '412'],
    ['not those of which it says nothing', changed('collection post ids=a / bso:1.a get'), 'accepted'],
    ['an empty list moves the collection', changed('collection post / collection get'), '412'],
    ['an empty list moves the storage', changed('collection post / storage delete'), '412'],
    ['a refused one moves nothing', changed('collection post records=x / storage delete'), 'accepted'],
    ['a BSO deleted moves the collection', changed('bso:1.a delete / collection get'), '412'],
    ['a BSO deleted moves the storage', changed('bso:1.a delete / storage delete'), '412'],
    ['nothing deleted moves nothing', changed('bso:1.x delete api=1.1 / storage delete'), 'accepted'],
    ['nor does the collection then', changed('bso:1.x delete api=1.1 / collection get'), 'accepted'],
    ['a collection deleted moves the storage', changed('collection delete / storage delete'), '412'],
    ['and has the time 0', changed('collection delete / collection get'), 'accepted'],
    ['an absent one deleted moves nothing', changed('collection:2 delete / storage delete'), 'accepted'],
    ['a storage deleted has the time 0', changed('bso:1.b put / storage delete / storage delete'), 'accepted'],
    [
      'so has that of an account deleted',
      changed('bso:1.b put / account delete / account create password=eight888 / storage delete'),
      'accepted',
    ],
    ['a ttl that runs out moves nothing', changed('wait 0 / storage delete'), 'accepted'],
    ['reading moves nothing', changed('bso:1.a get / storage info / storage delete'), 'accepted'],
    ['an open batch moves nothing', changed('batch open ids=q / batch append ids=r / collection get'), 'accepted'],
    ['a batch committed moves the collection', changed('batch open / batch commit / collection get'), '412'],
    ['a batch committed moves the storage', changed('batch open / batch commit / storage delete'), '412'],
    ['a batch asks for the time of its collection', changed('bso:tabs.a put / batch open collection=tabs'), '412'],
    ['of that alone', changed('bso:tabs.a put / batch open'), 'accepted'],
    ['be it the one that it is for', changed('batch open collection=tabs / bso:tabs.a put / batch append'), '412'],
  ]);
});

describe('4: quota and the statuses of a storage', () => {
  const QUOTA = 'given ready / server set quota=2000000';
  answers([
    ['before each of a list', `${QUOTA} / collection post ids=a,b,c size=800000`, 'accepted'],
    [
      'an old size is replaced',
      `${QUOTA} / bso:1.a put size=1999999 / collection post ids=a,b size=1000000`,
      'accepted',
    ],
    ['no size replaces none', `${QUOTA} / bso:1.a put size=1999999 / collection post ids=a,b`, 'accepted'],
    ['another’s is not counted', `${TWO} / server set quota=9 / bso:b.a put user=2 size=9 / bso put`, 'accepted'],
    [
      'an expired one is not',
      'given ready / server set quota=9 / bso put size=9 ttl=9 / wait 9s / bso put',
      'accepted',
    ],
    ['over all collections', 'given ready / server set quota=9 / bso:a.a put size=9 / bso:b.b put', '14'],
    ['an old quota is lifted', `${FULL} / server set quota=none / bso put`, 'accepted'],
  ]);
  standings([
    [
      'none is written if one is not',
      `${QUOTA} / bso:1.z put size=400001 / collection post ids=a,b,c size=800000 => 14 bso:1.a.BSO:null`,
    ],
    ['none at first', 'given ready / storage info => STORAGE:null'],
    ['none by a refused write', 'given ready / bso put body=invalid => storage.STORAGE:null'],
    ['none by a batch that is open', 'given ready / batch open ids=a => storage.STORAGE:null'],
    ['none by a deletion', 'given ready / bso delete api=1.1 => storage.STORAGE:null'],
    ['EMPTY by an empty batch', 'given ready / batch open / batch commit => storage.STORAGE:EMPTY'],
    ['an empty BSO is one', 'given ready / bso put => storage.STORAGE:UNDER_QUOTA'],
    [
      '1048576 bytes are left',
      'given ready / server set quota=1048577 / bso put size=1 => storage.STORAGE:UNDER_QUOTA',
    ],
    ['less are', 'given ready / server set quota=1048577 / bso put size=2 => storage.STORAGE:NEAR_QUOTA'],
    ['none is', 'given ready / server set quota=2 / bso put size=2 => storage.STORAGE:OVER_QUOTA'],
    ['EMPTY even with a small quota', 'given ready / server set quota=2 / collection post => storage.STORAGE:EMPTY'],
    ['follows the quota', 'given ready / bso put size=2 / server:3 set quota=2 => storage.STORAGE:OVER_QUOTA'],
    ['at the end of a timer', 'given ready / bso put ttl=5 / wait 5s => storage.STORAGE:EMPTY'],
    [
      'outlives the account',
      'given ready / bso put / account delete / account create password=eight888 => storage.STORAGE:EMPTY',
    ],
  ]);
});

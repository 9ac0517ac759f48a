import { describe } from 'vitest';
import { answers } from './claims.ts';

const TWO = 'given ready / account:2 create password=battery-staple';
const name = (length: number): string => 'n'.repeat(length);

describe('3: the gates of every request, in order', () => {
  const all = ['storage info', 'storage delete', 'collection get', 'collection post', 'collection delete', 'bso get'];
  const others = ['bso put', 'bso delete', 'batch open', 'batch append', 'batch commit'];
  for (const command of [...all, ...others]) {
    const storage = command.startsWith('storage');
    const named = storage ? command.replace('storage', 'storage:2') : command;
    const owned = storage ? TWO : `${TWO} / collection post user=2`;
    const wrong = `${named} user=1 api=9 auth=wrong`;
    describe(command, () => {
      answers([
        [
          'a fault',
          `node fault code=DATABASE_NOT_IN_POOL / ${wrong} host=missing client=old`,
          'server issue: database not in pool',
        ],
        ['no host', `${wrong} host=missing client=old`, 'server issue: host header not received from client'],
        ['no node', `${wrong} client=old`, 'server issue: database lookup failed'],
        ['a node removed', `node removed / ${wrong} client=old`, 'server issue: database lookup failed'],
        ['a node given up', `node draining / ${wrong} client=old`, 'server issue: node reassignment'],
        ['a node down', `node down / ${wrong} client=old`, 'server issue: database marked as down'],
        ['a node unhealthy', `node unhealthy / ${wrong} client=old`, 'server issue: database is not healthy'],
        ['an old client', `${owned} / ${wrong} client=old`, '16'],
        ['the version', `${owned} / ${wrong}`, '1'],
        ['an empty version', `${owned} / ${named} user=1 api="" auth=wrong`, '1'],
        ['credentials', `${owned} / ${named} user=1 auth=wrong`, '401'],
        ['of nobody', `${owned} / ${named} user=9`, '401'],
        ['of somebody deleted', `${owned} / account delete / ${named} user=1`, '401'],
        ['of another', `${owned} / ${named} user=1`, '5'],
      ]);
    });
  }
  answers([
    [
      'open asks about collection 1, though the batch is for another',
      `${TWO} / bso put user=2 / batch open collection=tabs / batch open`,
      '5',
    ],
    ['5 comes before 11', `${TWO} / collection post user=2 / batch open api=1.1`, '5'],
    ['1 before 0', `given ready / bso:1. get api=2`, '1'],
    ['0 before 401', `given ready / bso:1.${name(65)} get auth=wrong`, '0'],
    ['0 for no name', 'given ready / bso:1. put', '0'],
    ['64 characters are a name', `given ready / bso:1.${name(64)} get`, '404'],
    ['11 before 13', 'given ready / batch open api=1.1 collection=a/b', '11'],
    ['13 before what is asked: a list', `given ready / collection:${name(33)} post body=notJson`, '13'],
    ['13 of a BSO', `given ready / bso:${name(33)}.a put body=notJson`, '13'],
    ['13 of a BSO without a collection', 'given ready / bso:.a get', '13'],
    ['13 of a batch', 'given ready / batch commit collection=é', '13'],
    ['13 of a batch for nothing', 'given ready / batch append collection=""', '13'],
    ['32 characters are a name', `given ready / collection:${name(32)} get`, 'accepted'],
    [
      'a fault strikes once',
      'given ready / node fault code=GETVS_FAILED / bso fly / storage info / storage info',
      'accepted',
    ],
    ['a storage is its own', `${TWO} / storage:2 info`, 'accepted'],
    ['a storage:2 of nobody', 'given ready / storage:2 info', '401'],
    [
      'a batch that is over is nobody’s',
      `${TWO} / batch open user=2 / batch commit user=2 / collection delete user=2 / batch open`,
      'accepted',
    ],
  ]);
});

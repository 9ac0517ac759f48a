import { describe } from 'vitest';
import { answers, changes, type Fact, standings } from './claims.ts';

const TWO = 'given ready / account:2 create password=battery-staple';

describe('2: an account', () => {
  const bad = 'account create body=notJson email=nobody captcha=wrong';
  answers([
    ['create climbs: 4', `given ready / server set captcha=on / ${bad}`, '4'],
    ['6', `server set captcha=on / ${bad}`, '6'],
    ['12', 'server set captcha=on / account create email=nobody captcha=wrong', '12'],
    ['15', 'server set captcha=on / account create email=two@example.com captcha=wrong', '15'],
    ['7', 'server set captcha=on / account create email=1@example.com captcha=wrong', '7'],
    ['9', 'server set captcha=on / account create email=1@example.com password=seven77 captcha=wrong', '9'],
    ['2', 'server set captcha=on / account create email=1@example.com password=eight888 captcha=wrong', '2'],
    ['accepted', 'server set captcha=on / account create password=eight888 captcha=ok', 'accepted'],
    ['a captcha that nobody asks for may be wrong', 'account create password=eight888 captcha=wrong', 'accepted'],
    ['an empty address is none', 'account create email="" password=eight888', 'accepted'],
    ['letter case of the name', 'account:Ann create email=aNN@example.com password=eight888', 'accepted'],
    [
      'strictUsernames=off',
      'server set strictUsernames=off / account create email=2@x.yy password=eight888',
      'accepted',
    ],
    ['an account needs no node', 'node removed / account create password=eight888', 'accepted'],
    ['nor meets its faults', 'node fault code=GETVS_FAILED / account create password=eight888', 'accepted'],

    ['weak: the name', 'account:longenough create password=longenough', '9'],
    ['weak: in other letters', 'account:longenough create password=LongEnough', '9'],
    ['weak: with blanks around it', 'account:bob create password="   bob   "', '9'],
    ['not weak: more than the name', 'account:longenough create password=longenough1', 'accepted'],
    ['characters are counted', 'account create password=ééééééé', '9'],

    ['reset.request climbs: 3', 'server set captcha=on / account reset.request', '3'],
    ['3 once it is deleted', 'given ready / account delete / account reset.request', '3'],
    ['12', 'account create password=eight888 / server set captcha=on / account reset.request', '12'],
    ['2', 'given ready / server set captcha=on / account reset.request captcha=wrong', '2'],
    ['accepted', 'given ready / server set captcha=on / account reset.request captcha=ok', 'accepted'],
    ['again', 'given ready / account reset.request / account reset.request', 'accepted'],

    ['reset.clear climbs: 401', 'given ready / server set captcha=on / account reset.clear auth=wrong', '401'],
    ['401 of nobody', 'account reset.clear', '401'],
    ['2', 'given ready / server set captcha=on / account reset.clear', '2'],
    ['accepted, be there a code or not', 'given ready / account reset.clear', 'accepted'],

    ['password.change climbs: 7', 'account password.change code=wrong auth=wrong', '7'],
    ['9', 'account password.change password=short code=wrong auth=wrong', '9'],
    ['404', 'account password.change password=eight888 code=wrong', '404'],
    ['10', 'given ready / account reset.request / account password.change password=eight888 code=wrong', '10'],
    ['10 without a code sent', 'given ready / account password.change password=eight888 code=sent', '10'],
    [
      '10 once it is cleared',
      'given ready / account reset.request / account reset.clear / account password.change password=eight888 code=sent',
      '10',
    ],
    [
      'a code needs no credentials',
      'given ready / account reset.request / account password.change password=eight888 code=sent auth=wrong',
      'accepted',
    ],
    ['401', 'given ready / account password.change password=eight888 auth=wrong', '401'],
    ['401 of nobody', 'account password.change password=eight888', '401'],

    ['email.change climbs: 401', 'given ready / account email.change auth=wrong', '401'],
    ['12', 'given ready / account email.change', '12'],
    ['12 for an empty one', 'given ready / account email.change email=""', '12'],
    ['12 for none', 'given ready / account email.change email=a@b', '12'],
    ['any well formed one', 'given ready / account email.change email=somebody@else.org', 'accepted'],

    ['delete: 401', 'given ready / account delete auth=wrong', '401'],
    ['401 twice', 'given ready / account delete / account delete', '401'],
  ]);
  describe('well formed', () => {
    const asked = (email: string): string => `given ready / account email.change email="${email}"`;
    const wellFormed = ['a@b.cc', 'a.b.c@d-e.f0.gh', "o'neil+x!#@-.zz", 'é@b.cc', '1@2.three'];
    const malformed = [
      'a',
      '@b.cc',
      'a@',
      'a@b',
      'a@b.c',
      'a@b.c1',
      'a..b@c.dd',
      '.a@b.cc',
      'a.@b.cc',
      'a b@c.dd',
      'a,b@c.dd',
    ];
    const more = [
      'a@b@c.dd',
      'a<b@c.dd',
      'a:b@c.dd',
      'a;b@c.dd',
      'a(b@c.dd',
      'a]b@c.dd',
      'a@b_c.dd',
      'a@b..cc',
      'a@.cc',
      'a@b.cc.',
      ' a@b.cc',
    ];
    answers([
      ...wellFormed.map((email): Fact => [email, asked(email), 'accepted']),
      ...[...malformed, ...more].map((email): Fact => [email, asked(email), '12']),
      ['a backslash', String.raw`given ready / account email.change email="a\\b@c.dd"`, '12'],
      ['a quote', String.raw`given ready / account email.change email="a\"b@c.dd"`, '12'],
    ]);
  });
  standings([
    [
      'the time of a code is not renewed',
      'given ready / account reset.request / wait 5h / account reset.request / wait 1h => account.RESET:EXPIRED',
    ],
    ['six hours', 'given ready / account reset.request / wait 21599 => account.RESET:CODE_SENT'],
    ['a code cleared', 'given ready / account reset.request / account reset.clear => RESET:CLEARED'],
    ['only a code that is valid is cleared', 'given ready / account reset.clear => RESET:null'],
    [
      'its time is dropped with it',
      'given ready / account reset.request / account reset.clear / wait 6h => account.RESET:CLEARED',
    ],
    [
      'and counts anew',
      'given ready / account reset.request / wait 5h / account reset.clear / account reset.request / wait 5h => account.RESET:CODE_SENT',
    ],
    [
      'a weak password costs no code',
      'given ready / account reset.request / account password.change password=1 code=sent / account password.change password=eight888 code=sent => RESET:USED',
    ],
    [
      'a wrong code costs none',
      'given ready / account reset.request / account password.change password=eight888 code=wrong => RESET:CODE_SENT',
    ],
    [
      'a code outlives the account',
      'given ready / account reset.request / account delete / wait 6h => account.RESET:EXPIRED',
    ],
    [
      'but not the next one',
      'given ready / account reset.request / account delete / account create password=eight888 / wait 6h => account.RESET:null',
    ],
    ['an address at last', 'account create password=eight888 / account email.change email=a@b.cc => EMAIL:SET'],
  ]);
  changes([
    [
      'with the account goes all that it stores, and its open batches',
      'given ready / bso:1.a put / bso:tabs.b put ttl=9 / batch open ids=x / batch:2 open / batch:2 commit / account delete',
      [
        'account:1 DELETED',
        'batch:1 EXPIRED',
        'bso:1.a DELETED',
        'bso:tabs.b DELETED',
        'collection:1 DELETED',
        'collection:tabs DELETED',
        'storage:1 EMPTY',
      ],
    ],
    [
      'but nobody else’s',
      `${TWO} / bso put user=2 / batch open collection=b user=2 / account delete`,
      ['account:1 DELETED'],
    ],
  ]);
});

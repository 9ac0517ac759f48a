import type { Facts } from './table.ts';

const alias = ['given ready', 'address:7 create'];
const wildcard = ['given ready', 'address:7 create address=*@example.org allowWildcard=yes'];
const forwarded = ['given ready', 'address:7 forwarded.create'];

/** Addresses (rulebook 4). */
export const address: Facts = {
  create: [
    [
      'address:7 create address=*@example.org => InputValidationError',
      'address:7 create address=*@example.org allowWildcard=yes main=yes => InputValidationError',
      'address:7 create address=*@example.org allowWildcard=yes => UserNotFound',
      'given ready',
      'address:7 create address=1@example.com => AddressExistsError',
      'address:1 create address=x@example.org => AddressExistsError',
      'address:7 create address=*@example.org allowWildcard=yes => ADDRESS:WILDCARD',
      'address:8 create address=*@example.org allowWildcard=yes => AddressExistsError',
    ],
    ['given ready', 'address:7 create => ADDRESS:ALIAS address:1.ADDRESS:MAIN'],
    ['given ready', 'address:7 create main=no => ADDRESS:ALIAS'],
    ['given ready', 'address:7 create main=yes => ADDRESS:MAIN address:1.ADDRESS:ALIAS'],
    ['given ready', 'address:7 create allowWildcard=yes => ADDRESS:ALIAS'],
    ['given ready', 'user:2 create', 'address:7 create main=yes => address:2.ADDRESS:MAIN'],
    [
      ...alias,
      'address:8 create address=7@example.com => AddressExistsError',
      'address:8 create address=7@example.net => accepted',
    ],
    [
      'given ready',
      'address:a.b create',
      'address:ab create => AddressExistsError',
      'address:A..B create => AddressExistsError',
    ],
    ['given ready', 'address:7 create address=x@ex.ample.org', 'address:8 create address=x@example.org => accepted'],
    [...alias, 'address:7 delete', 'address:8 create address=7@example.com => accepted'],
    [...alias, 'address:7 delete', 'address:7 create main=yes => ADDRESS:MAIN'],
    ['given ready', 'user update suspended=yes', 'address:7 create => accepted'],
  ],
  get: [
    ['address get => UserNotFound', 'given ready', 'address:7 get => AddressNotFound', 'address get => accepted'],
    [...forwarded, 'address:7 get => AddressNotFound'],
  ],
  update: [
    [
      'address:7 update main=yes => UserNotFound',
      ...wildcard,
      'address:8 update main=yes => AddressNotFound',
      'address:7 update main=yes address=a@example.org => ChangeNotAllowed',
      'address:7 update address=b*@example.org => ChangeNotAllowed',
      'address:7 update main=yes => WildcardNotPermitted',
      'address:7 update main=yes address=*@EXAMPLE.org => WildcardNotPermitted',
      'address:7 update address=*@example.org => accepted ADDRESS:WILDCARD',
      'address:7 update => accepted',
      'address:7 update main=no => accepted',
    ],
    [
      ...alias,
      'address:7 update main=yes address=*@example.org => ChangeNotAllowed',
      'address:7 update main=yes address=1@example.com => AddressExistsError ADDRESS:ALIAS',
      'address:7 update main=yes address=seven@example.org => ADDRESS:MAIN address:1.ADDRESS:ALIAS',
      'address:8 create address=7@example.com => accepted',
      'address:9 create address=sev.en@example.org => AddressExistsError',
    ],
    [...alias, 'address:7 update main=no => ADDRESS:ALIAS', 'address:1 update main=no => ADDRESS:MAIN'],
    ['given ready', 'address update main=yes => accepted ADDRESS:MAIN'],
    [
      'given ready',
      'address:ab create',
      'address:ab update address=a.b@example.com => accepted',
      'address:ab update address=AB@example.com => accepted',
    ],
    [...forwarded, 'address:7 update main=yes => AddressNotFound'],
    [...forwarded, 'address:1 update address=7@example.com => AddressExistsError'],
    [...alias, 'user delete', 'address:7 update main=yes => UserNotFound'],
  ],
  delete: [
    [
      'address delete => UserNotFound',
      'given ready',
      'address:7 delete => AddressNotFound',
      'address delete => NotPermitted',
    ],
    [...alias, 'address:7 delete => ADDRESS:DELETED', 'address:7 delete => AddressNotFound'],
    [...wildcard, 'address:7 delete => ADDRESS:DELETED'],
    [...alias, 'address:7 update main=yes', 'address:1 delete => ADDRESS:DELETED'],
    [...forwarded, 'address:7 delete => AddressNotFound ADDRESS:FORWARDED'],
  ],
  'forwarded.create': [
    [
      'address forwarded.create address=*@example.org => InputValidationError',
      'address forwarded.create address=x@example.org target=x@example.org => InputValidationError',
      'address forwarded.create address=x@example.org target=.X@example.org => InputValidationError',
      'address forwarded.create address=someone@example.net => InputValidationError',
      'given ready',
      'address:1 forwarded.create address=x@example.org => AddressExistsError',
      'address:7 forwarded.create address=1@example.com => AddressExistsError',
      'address:7 forwarded.create address=*@example.org allowWildcard=yes user=9 => ADDRESS:FORWARDED',
    ],
    ['address forwarded.create target=t@example.net => accepted'],
    ['address:7 forwarded.create', 'address:7 forwarded.create address=x@example.org => AddressExistsError'],
  ],
  'forwarded.update': [
    [
      'address:7 forwarded.update => AddressNotFound',
      ...forwarded,
      'address:1 forwarded.update => AddressNotFound',
      'address:7 forwarded.update address=*@example.org target=7@example.com => ChangeNotAllowed',
      'address:7 forwarded.update address=1@example.com target=7@example.com => InputValidationError',
      'address:7 forwarded.update address=1@example.com => AddressExistsError',
      'address:7 forwarded.update address=1@example.com target=1@example.com => AddressExistsError',
      'address:7 forwarded.update address=seven@example.com target=t@example.net user=9 => accepted',
      'address:7 forwarded.update target=7@example.com => accepted',
      'address:7 forwarded.update target=seven@example.com => InputValidationError',
    ],
    ['address:7 forwarded.create', 'address:7 forwarded.update target=.7@example.com => InputValidationError'],
    [
      'address:7 forwarded.create address=*@example.org allowWildcard=yes',
      'address:7 forwarded.update address=a@example.org => ChangeNotAllowed',
    ],
  ],
  'forwarded.delete': [
    [
      'address:7 forwarded.delete => AddressNotFound',
      ...alias,
      'address:7 forwarded.delete => AddressNotFound ADDRESS:ALIAS',
    ],
    [...forwarded, 'address:7 forwarded.delete => ADDRESS:DELETED', 'address:7 create => ADDRESS:ALIAS'],
  ],
};

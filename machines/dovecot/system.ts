import type { System } from '../../src/define/index.ts';
import { defineSystem } from '../../src/define/unchecked.ts';
import { freshAccount } from './account.facts.ts';
import { account } from './account.ts';
import { codes } from './codes.ts';
import { effects } from './effects.ts';
import { manager } from './manager.ts';
import { freshManager, limitReached, managerData, managerOf } from './policy.ts';

/** Written out, so that the declarations refer to each entity instead of repeating it. */
type Entities = {
  readonly manager: typeof manager;
  readonly account: typeof account;
};

/** Dovecot dsync migrations: a manager, its accounts, and what the exits of `doveadm` mean for both. */
export const dovecot: System<Entities> = defineSystem({
  name: 'dovecot',
  title: 'Dovecot dsync migrations',
  marks: {
    S: "stated in the vendor's table",
    D: 'documented elsewhere by the vendor',
    O: { says: 'observed on', version: 'Dovecot 2.3.19 (Debian 12)' },
    I: 'inferred: our reading, chosen so that no two rules overlap',
  },
  codes,
  entities: { manager, account },
  unknownEvent: 'UnknownEvent',
  ready: ['account enqueue', 'account start', 'account exited code=0'],
  effects,
  data: { manager: freshManager, account: freshAccount },
  delays: { retryAfter: ({ world }) => managerData(managerOf(world)).retryAfter },
  /** The manager counts the RUNNING accounts. */
  links: [
    {
      from: 'account',
      signals: ['entered MIGRATION.RUNNING', 'left MIGRATION.RUNNING'],
      to: (world) => [managerOf(world)],
    },
  ],
  /** The name of an exit that is not in the table; its number is kept. */
  unlisted: 'Unlisted',

  /** While the manager is running and has a free place, the account that has waited longest continues (dovecot 6). */
  settle(world) {
    const head = managerOf(world);
    const { waiting } = managerData(head);
    while (head.state('MANAGER') === 'RUNNING' && !limitReached(world)) {
      const [first] = waiting;
      if (first === undefined) return;
      world.tell(world.touch('account', first), 'turn.came', {});
    }
  },

  /** The only exit for which it matters which system refused, and what. */
  searchHints: ['account exited code=77 side=destination', 'account exited code=77 cause=folder'],
});

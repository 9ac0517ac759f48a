import type { System } from '../../src/define/index.ts';
import { defineSystem } from '../../src/define/unchecked.ts';
import { backup } from './backup.ts';
import { codes } from './codes.ts';
import { credential } from './credential.ts';
import { download } from './download.ts';
import { effects } from './effects.ts';
import { migration } from './migration.ts';
import { restore } from './restore.ts';
import { subscription } from './subscription.ts';
import { freshDrawing, freshTask } from './task.facts.ts';

/** Written out, so that the declarations refer to each entity instead of repeating it. */
type Entities = {
  readonly backup: typeof backup;
  readonly migration: typeof migration;
  readonly restore: typeof restore;
  readonly download: typeof download;
  readonly credential: typeof credential;
  readonly subscription: typeof subscription;
};

/** Dropsuite: its entities, and how a change in one reaches another. */
export const dropsuite: System<Entities> = defineSystem({
  name: 'dropsuite',
  title: 'Dropsuite backup, migration, restore, download',
  marks: {
    S: "stated in the vendor's table",
    D: "documented on the vendor's other help pages",
    I: 'inferred: our reading, chosen so that no two rules overlap',
  },
  codes,
  entities: { backup, migration, restore, download, credential, subscription },
  unknownEvent: 'UnknownEvent',
  ready: ['backup start', 'backup started', 'backup succeeded'],
  effects,
  data: { backup: freshTask, migration: freshDrawing, restore: freshDrawing, download: freshDrawing },
  delays: {},
  /** What holds backups and releases them; the other tasks are not affected (dropsuite 5). */
  links: [
    {
      from: 'credential',
      signals: ['left CREDENTIAL.VALID', 'entered CREDENTIAL.VALID'],
      to: (world) => world.all('backup'),
    },
    {
      from: 'subscription',
      signals: ['entered STORAGE.FULL', 'entered STORAGE.AVAILABLE'],
      to: (world) => world.all('backup'),
    },
  ],
  /** No command cancels a download: it is cancelled when all its retries are used up. */
  searchHints: [Array.from({ length: 25 }, () => 'download error\nwait 30m').join('\n')],
});

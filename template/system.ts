import { defineSystem } from 'migration-lifecycles/define';
import { codes } from './codes.ts';
import { service, task } from './task.ts';

/** What is wrong in it is said here, before anything runs: in one line, with the path of the part. */
export default defineSystem({
  name: 'sample-product',
  title: 'Sample Product',
  marks: { S: "stated in the vendor's table", I: 'inferred: our reading' },
  codes,
  entities: { task, service },
  unknownEvent: 400,
  /** What `given ready` stands for: as far as everybody would go before it becomes interesting. */
  ready: ['task start', 'task began'],
  effects: {},
  data: {},
  delays: {},
  links: [],
  searchHints: [],
});

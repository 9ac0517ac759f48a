import type { System } from '../../../../../src/model/index.ts';
import { codes } from './codes.ts';
import { effects } from './effects.ts';
import { freshTask, taskData } from './task.facts.ts';
import { task } from './task.ts';

/** The product: its entities, and how a change in one reaches another. */
export const sampleProduct = {
  name: 'sample-product',
  title: 'Sample Product',
  marks: {
    S: "stated in the vendor's table",
    I: 'inferred: our reading, chosen so that every code can occur and no two rules overlap',
  },
  codes,
  entities: { task },
  unknownEvent: 7300,
  ready: ['task create', 'task start'],
  effects,
  data: { task: freshTask },
  delays: {},
  links: [],

  /** An armed fault strikes the next command that has passed all its gates, and is used up. */
  fault(_, self) {
    const data = taskData(self);
    const { fault } = data;
    data.fault = null;
    return fault ?? undefined;
  },

  faults: codes
    .filter(({ kind }) => kind === 'environment-fault')
    .map(({ code }) => ({ code, arm: `task fault code=${code}`, mark: 'I' })),
  searchHints: [],
} as const satisfies System;

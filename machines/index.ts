import { dovecot } from './dovecot/system.ts';
import { dropsuite } from './dropsuite/system.ts';
import { egnyte } from './egnyte/system.ts';
import { mozillaSync } from './mozilla-sync/system.ts';
import { wildduck } from './wildduck/system.ts';

/** Declared by hand, because the compiler would write every word of five systems into the declarations. */
export type Systems = {
  readonly egnyte: typeof egnyte;
  readonly dovecot: typeof dovecot;
  readonly dropsuite: typeof dropsuite;
  readonly wildduck: typeof wildduck;
  readonly 'mozilla-sync': typeof mozillaSync;
};

/** The registry. For a fast start, use lazy.ts. */
export const systems: Systems = {
  egnyte,
  dovecot,
  dropsuite,
  wildduck,
  'mozilla-sync': mozillaSync,
};

export type SystemName = keyof Systems;

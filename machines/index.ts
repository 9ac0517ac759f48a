import { dovecot } from './dovecot/system.ts';
import { dropsuite } from './dropsuite/system.ts';
import { egnyte } from './egnyte/system.ts';
import { mozillaSync } from './mozilla-sync/system.ts';
import { wildduck } from './wildduck/system.ts';

/** The registry: one line a system. What has to start at once takes them from lazy.ts. */
export const systems = {
  egnyte,
  dovecot,
  dropsuite,
  wildduck,
  'mozilla-sync': mozillaSync,
} as const;

export type Systems = typeof systems;
export type SystemName = keyof Systems;

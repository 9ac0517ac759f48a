import { suite as dovecot } from '../systems/dovecot/oracle/suite.ts';
import { suite as dropsuite } from '../systems/dropsuite/oracle/suite.ts';
import { suite as egnyte } from '../systems/egnyte/oracle/suite.ts';
import { suite as mozillaSync } from '../systems/mozilla-sync/oracle/suite.ts';
import { suite as wildduck } from '../systems/wildduck/oracle/suite.ts';
import type { Suite } from './suite.ts';

export const suites: readonly Suite[] = [egnyte, dovecot, dropsuite, wildduck, mozillaSync];

import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../../src/scenario/index.ts';
import { run } from './run.ts';

describe('a line that cannot be read', () => {
  it.each([
    'credential:2 continue',
    'subscription:main upgrade',
    'backup start backup=1',
    'backup started code=1',
    'migration start backup=a/b',
    'migration start backup=',
    'restore start mailbox=1',
    'restore cancel backup=1',
    'credential.x continue',
    'mailbox start',
    'wait soon',
    'backup start => BACKUP:FAILED',
    'download start => DOWNLOAD:SPACE_FULL',
  ])('%s', (line) => {
    expect(() => run(line)).toThrow(ScenarioError);
  });
});

import { spawnSync } from 'node:child_process';
import { expect } from 'vitest';

export const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;

/** For the title of a test that needs it. */
export const unlessXmllint = hasXmllint ? '' : ' (skipped: xmllint is not installed)';

export function expectXmllintReads(text: string): void {
  const { status, stderr } = spawnSync('xmllint', ['--noout', '-'], { input: text, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}

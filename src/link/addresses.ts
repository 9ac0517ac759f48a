import type { Code } from '../model/index.ts';

/** A name as a part of an address. */
const part = (name: string): string => name.replace(/[\s/:]+/g, '-');

/** Where the pages of a site are, from its root, each with a slash at its end. */
export const addressOf = {
  system: (system: string): string => `${part(system)}/`,
  entity: (system: string, entity: string): string => `${part(system)}/${part(entity)}/`,
  command: (system: string, entity: string, command: string): string =>
    `${part(system)}/${part(entity)}/${part(command)}/`,
  code: (system: string, code: Code): string => `${part(system)}/codes/${part(String(code))}/`,
  play: 'play/',
} as const;

/** The way from one page to another, both given from the root: a site works in any folder of any host. */
export function linkFrom(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1);
  return `${up}${to.split('/').map(encodeURIComponent).join('/')}` || './';
}

import { type Code, isPhase, type Lifecycle } from '../model/index.ts';

/** A name as a part of an address. */
const part = (name: string): string => name.replace(/[\s/:]+/g, '-');

/** The addresses of a site's pages, from its root. Each ends with a slash. */
export const addressOf = {
  system: (system: string): string => `${part(system)}/`,
  entity: (system: string, entity: string): string => `${part(system)}/${part(entity)}/`,
  command: (system: string, entity: string, command: string): string =>
    `${part(system)}/${part(entity)}/${part(command)}/`,
  code: (system: string, code: Code): string => `${part(system)}/codes/${part(String(code))}/`,
  phase: (system: string, entity: string, phase: string): string =>
    `${part(system)}/${part(entity)}/phases/${part(phase)}/`,
  matrix: (system: string, entity: string): string => `${part(system)}/matrix/${part(entity)}/`,
  /** A file: the picture of a phase, or of an entity that has one picture. */
  picture: (system: string, entity: string, phase: string | undefined): string =>
    `${part(system)}/${part(entity)}/${phase ?? 'states'}.svg`,
  /** A file: the data for exploring that picture. */
  explored: (system: string, entity: string, phase: string | undefined): string =>
    `${part(system)}/${part(entity)}/${phase ?? 'states'}.json`,
  play: 'play/',
} as const;

/** The phases that have a picture of their own; undefined for the one picture of an entity with at most one phase. */
export function picturesOf({ chart }: Pick<Lifecycle, 'chart'>): readonly (string | undefined)[] {
  const phases = Object.keys(chart.states).filter(isPhase);
  return phases.length > 1 ? phases : [undefined];
}

/** A relative link between two pages, both given from the root: a site works in any folder of any host. */
export function linkFrom(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1);
  return `${up}${to.split('/').map(encodeURIComponent).join('/')}` || './';
}

import type { EntityView, WorldView } from '../../src/define/index.ts';

/** The domain's data: policy, paths that must not be written, and one armed fault (egnyte 6). */
export type DomainData = {
  maxActiveJobs: number;
  maxFiles: number;
  maxBytes: number;
  minVersion: string;
  /** null: every agent is up to date. */
  latest: string | null;
  /** In the order in which they were given. */
  paths: { path: string; forbidden: boolean }[];
  fault: number | null;
};

export const freshDomain = (): DomainData => ({
  maxActiveJobs: 5,
  maxFiles: 8_000_000,
  maxBytes: 5_000_000_000_000,
  minVersion: '1.0.0',
  latest: null,
  paths: [],
  fault: null,
});

export const domainData = (domain: EntityView): DomainData => domain.data as DomainData;
export const policyOf = (world: WorldView): DomainData => domainData(world.find('domain', '1') as EntityView);

/** Paths are compared ignoring case and one trailing slash. */
export const plainPath = (path: string): string => path.toLowerCase().replace(/\/$/, '');
export const samePath = (a: string, b: string): boolean => plainPath(a) === plainPath(b);

/** If several rules cover a path, the latest one counts. */
export function isForbidden(world: WorldView, path: string | null): boolean {
  if (path === null) return false;
  const asked = plainPath(path);
  const covers = (rule: string): boolean => asked === rule || asked.startsWith(`${rule}/`);
  return policyOf(world).paths.findLast((rule) => covers(rule.path))?.forbidden ?? false;
}

import type { EntityView } from '../../src/define/index.ts';
import type { Owned } from './owner.ts';

/** What an application password keeps besides its chart. */
export type AspData = Owned & {
  scopes: string[];
  /** How many seconds it lasts without being used; 0 for ever. */
  ttl: number;
};

export const freshAsp = (): AspData => ({ user: null, scopes: [], ttl: 0 });
export const aspData = (asp: EntityView): AspData => asp.data as AspData;

export const coversScope = (asp: EntityView, scope: string): boolean => {
  const { scopes } = aspData(asp);
  return scopes.includes('*') || scopes.includes(scope);
};

import type { EntityView } from '../../src/define/index.ts';
import type { Owned } from './owner.ts';

/** An application password's data outside its chart. */
export type AspData = Owned & {
  scopes: string[];
  /** Seconds until it expires if unused; 0 for never. */
  ttl: number;
};

export const freshAsp = (): AspData => ({ user: null, scopes: [], ttl: 0 });
export const aspData = (asp: EntityView): AspData => asp.data as AspData;

export const coversScope = (asp: EntityView, scope: string): boolean => {
  const { scopes } = aspData(asp);
  return scopes.includes('*') || scopes.includes(scope);
};

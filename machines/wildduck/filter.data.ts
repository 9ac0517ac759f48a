import type { EntityView, WorldView } from '../../src/define/index.ts';
import { type Owned, thoseOf } from './owner.ts';

/** A filter's data outside its chart. */
export type FilterData = Owned & {
  match: string | null;
  /** Null until `delete` is given. */
  delete: boolean | null;
  mailbox: string | null;
  /** When it was made, in the order of all filters. */
  made: number;
};

export const freshFilter = (): FilterData => ({ user: null, match: null, delete: null, mailbox: null, made: 0 });
export const filterData = (filter: EntityView): FilterData => filter.data as FilterData;

/** The user's filters that match, oldest first; one without a text matches everything (wildduck 6). */
export function matching(world: WorldView, user: string, subject = ''): FilterData[] {
  const text = subject.toLowerCase();
  return thoseOf(world, 'filter', user)
    .map(filterData)
    .filter(({ match }) => match === null || text.includes(match.trim().toLowerCase()))
    .sort((one, other) => one.made - other.made);
}

/** The first matching filter for which `delete` was ever given decides (wildduck 5). */
export const isDropped = (world: WorldView, user: string, subject?: string): boolean =>
  matching(world, user, subject).find((filter) => filter.delete !== null)?.delete ?? false;

import type { EntityView, WorldView } from '../../src/define/index.ts';
import { type Owned, thoseOf } from './owner.ts';

/** What a filter keeps besides its chart. */
export type FilterData = Owned & {
  match: string | null;
  delete: boolean;
  mailbox: string | null;
  /** When it was made, among all. */
  made: number;
};

export const freshFilter = (): FilterData => ({ user: null, match: null, delete: false, mailbox: null, made: 0 });
export const filterData = (filter: EntityView): FilterData => filter.data as FilterData;

/** The user's filters that match, in the order they were made; one that names nothing matches everything (rulebook 6). */
export function matching(world: WorldView, user: string, subject = ''): FilterData[] {
  const text = subject.toLowerCase();
  return thoseOf(world, 'filter', user)
    .map(filterData)
    .filter(({ match }) => match === null || text.includes(match.toLowerCase()))
    .sort((one, other) => one.made - other.made);
}

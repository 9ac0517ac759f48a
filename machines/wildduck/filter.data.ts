import type { EntityView, WorldView } from '../../src/define/index.ts';
import { type Owned, thoseOf } from './owner.ts';

/** What a filter keeps besides its chart. */
export type FilterData = Owned & {
  match: string | null;
  /** Null until `delete` was given. */
  delete: boolean | null;
  mailbox: string | null;
  /** When it was made, among all. */
  made: number;
};

export const freshFilter = (): FilterData => ({ user: null, match: null, delete: null, mailbox: null, made: 0 });
export const filterData = (filter: EntityView): FilterData => filter.data as FilterData;

/** The user's filters that match, in the order they were made; one without a text matches everything (wildduck 6). */
export function matching(world: WorldView, user: string, subject = ''): FilterData[] {
  const text = subject.toLowerCase();
  return thoseOf(world, 'filter', user)
    .map(filterData)
    .filter(({ match }) => match === null || text.includes(match.trim().toLowerCase()))
    .sort((one, other) => one.made - other.made);
}

/** The first that matches and was ever told whether to delete has the word (wildduck 5). */
export const isDropped = (world: WorldView, user: string, subject?: string): boolean =>
  matching(world, user, subject).find((filter) => filter.delete !== null)?.delete ?? false;

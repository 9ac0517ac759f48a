import type { Effect, Params } from '../../src/define/index.ts';
import { type FilterData, filterData, freshFilter } from './filter.data.ts';
import { inPath } from './user.data.ts';

/** How a filter is made and changed (wildduck 6). */
export const filterEffects: { readonly [name: string]: Effect } = {
  makeFilter(world, self, params) {
    Object.assign(filterData(self), freshFilter(), settingsIn(params), { user: inPath(params), made: world.order() });
  },

  changeFilter(_, self, params) {
    Object.assign(filterData(self), settingsIn(params));
  },
};

/** Only the settings given. */
const settingsIn = ({ match, delete: drop, mailbox }: Params): Partial<FilterData> => ({
  ...(match === undefined ? {} : { match }),
  ...(drop === undefined ? {} : { delete: drop === 'yes' }),
  ...(mailbox === undefined ? {} : { mailbox }),
});

import { type Effect, wholeOf } from '../../src/define/index.ts';
import { aspData } from './asp.data.ts';
import { wordsOf } from './forms.ts';
import { inPath } from './user.data.ts';

/** How an application password changes, apart from its status (wildduck 6). */
export const aspEffects: { readonly [name: string]: Effect } = {
  makeAsp(_, self, params) {
    const { scopes = '*', ttl = '0' } = params;
    Object.assign(aspData(self), { user: inPath(params), scopes: wordsOf(scopes), ttl: wholeOf(ttl) ?? 0 });
  },
};

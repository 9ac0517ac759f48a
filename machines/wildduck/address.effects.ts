import type { Effect } from '../../src/define/index.ts';
import { addressData, addressFrom } from './address.data.ts';
import { thoseOf } from './owner.ts';
import { inPath } from './user.data.ts';

/** What becomes of an address besides its status (rulebook 4). */
export const addressEffects: { readonly [name: string]: Effect } = {
  makeAddress(world, self, params) {
    const value = addressFrom(params.address, self.id);
    Object.assign(addressData(self), { user: inPath(params), value, made: world.order() });
  },

  /** The user in its path is not looked at. */
  makeForwarded(world, self, params) {
    Object.assign(addressData(self), { user: null, value: addressFrom(params.address, self.id), made: world.order() });
  },

  changeAddress(_, self, { address }) {
    if (address !== undefined) addressData(self).value = addressFrom(address, self.id);
  },

  /** A user has one main address at most. */
  demoteFormerMain(world, self, params) {
    for (const other of thoseOf(world, 'address', inPath(params))) {
      if (other.id !== self.id && other.state('ADDRESS') === 'MAIN') world.tell(other, 'main.moved', {});
    }
  },
};

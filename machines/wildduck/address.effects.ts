import type { Effect, EntityView, WorldHands } from '../../src/define/index.ts';
import { addressData, addressFrom, statusOf } from './address.data.ts';
import { thoseOf } from './owner.ts';
import { inPath, userDataOf } from './user.data.ts';

/** How an address changes, apart from its status (wildduck 4). */
export const addressEffects: { readonly [name: string]: Effect } = {
  makeAddress(world, self, params) {
    const user = inPath(params);
    const value = addressFrom(params.address, self.id);
    Object.assign(addressData(self), { user, value, made: world.order() });
    const data = userDataOf(world, user);
    if (params.main === 'yes' || data.main === null) data.main = value;
    demoteFormerMain(world, user);
  },

  /** The user in its path is ignored. */
  makeForwarded(world, self, params) {
    Object.assign(addressData(self), { user: null, value: addressFrom(params.address, self.id), made: world.order() });
  },

  /**
   * The main text is kept as given, including capitals. If another address becomes the main one, it is that one's old
   * value.
   */
  changeAddress(world, self, params) {
    const { address, main } = params;
    const user = inPath(params);
    const data = userDataOf(world, user);
    const { value } = addressData(self);
    if (data.main === value && address !== undefined) data.main = address;
    else if (main === 'yes') data.main = value;
    setValue(self, address);
    demoteFormerMain(world, user);
  },

  changeForwarded: (_, self, { address }) => setValue(self, address),
};

function setValue(address: EntityView, given: string | undefined): void {
  if (given !== undefined) addressData(address).value = addressFrom(given, address.id);
}

/** The main text has changed, so the address that had it is no longer MAIN. */
function demoteFormerMain(world: WorldHands, user: string): void {
  const { main } = userDataOf(world, user);
  for (const address of thoseOf(world, 'address', user)) {
    const status = statusOf(addressData(address).value, main);
    if (address.state('ADDRESS') === 'MAIN' && status !== 'MAIN') world.tell(address, 'main.moved', { status });
  }
}

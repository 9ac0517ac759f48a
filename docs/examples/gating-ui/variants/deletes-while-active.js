import { gating, right } from '../gating.js';

/** Offers to delete a job that works. */
const orders = { ...right.orders, delete: right.orders.delete.filter((gate) => gate !== 'idle') };

export default gating({ orders });

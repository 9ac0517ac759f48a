import { gating, right } from '../gating.js';

/** Lets work be started over a link that loses what is sent. */
const orders = { ...right.orders, start: right.orders.start.filter((gate) => gate !== 'link') };

export default gating({ orders });

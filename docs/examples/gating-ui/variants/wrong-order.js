import { gating, right } from '../gating.js';

/** Asks whether the agent is there before it asks why it is not: an agent that is being upgraded is only "not active". */
const start = right.orders.start.filter((gate) => gate !== 'agent');
start.splice(start.indexOf('upgrade'), 0, 'agent');

export default gating({ orders: { ...right.orders, start } });

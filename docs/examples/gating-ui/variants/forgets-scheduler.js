import { gating } from '../gating.js';

/** Offers schedules at an agent that runs none. */
export default gating({ scheduler: () => undefined });

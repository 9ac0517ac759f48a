import { gating } from '../gating.js';

/** Nothing is wrong with this one. */
export default gating();

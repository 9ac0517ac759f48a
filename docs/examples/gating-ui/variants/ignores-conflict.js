import { gating } from '../gating.js';

/** Lets two jobs write to the same destination. */
export default gating({ conflict: () => undefined });

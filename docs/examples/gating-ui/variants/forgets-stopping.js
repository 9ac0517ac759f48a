import { gating } from '../gating.js';

/** Knows no STOPPING: Stop can be pressed again and again until the work has stopped. */
export default gating({ notStopping: () => undefined });

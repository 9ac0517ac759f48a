import { gating, right } from '../gating.js';

/** Counts work that is paused as finished: it can no longer be stopped. */
const isActive = (view, work) => right.isActive(view, work) && view.phases[work.phase] !== 'PAUSED';

export default gating({ isActive });

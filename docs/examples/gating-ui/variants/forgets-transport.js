import { gating } from '../gating.js';

/** Looks at the copy alone, and not at the transport below it, which can be suspended while the copy runs. */
export default gating({ isSuspended: ({ phases }, { phase }) => phases[phase] === 'SUSPENDED' });

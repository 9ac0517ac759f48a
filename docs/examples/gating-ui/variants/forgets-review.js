import { gating } from '../gating.js';

/** Takes a True-Up that awaits review for one that waits for its agent: there is never anything to confirm. */
export default gating({ awaitsReview: () => false });

import { gating } from '../gating.js';

/** Takes a scan that was skipped, because there was no need for it, for one that is missing. */
export default gating({ isScanned: ({ phases }) => phases.SCAN === 'SUCCEEDED' });

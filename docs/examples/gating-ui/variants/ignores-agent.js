import { gating, right } from '../gating.js';

/** Lets work be started while the agent that is to do it is away. */
export default gating({ agent: (view, work, ui) => (work ? undefined : right.agent(view, work, ui)) });

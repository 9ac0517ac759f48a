import { gating, right } from '../gating.js';

/** Lets the simulation of permissions, which changes nothing, be started beside whatever else is active. */
const permissions = ['permissions', 'simulatePermissions'];

function free(view, work, ui) {
  const beside = work?.word === 'simulatePermissions' && !permissions.includes(view.facts.active);
  return beside ? undefined : right.free(view, work, ui);
}

export default gating({ free });

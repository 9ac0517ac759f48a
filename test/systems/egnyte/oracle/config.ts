import type { Params } from '../../../oracle/types.ts';
import { param } from '../../../oracle/types.ts';
import { isBadGlob, isBadRegex } from './text.ts';
import type { Job } from './world.ts';

/** The configuration gates C1–C5, and what an accepted configuration sets. */

function isBadValue(key: string, value: string, creating: boolean): boolean {
  if (key === 'sanitize') {
    return value !== 'no' && value !== 'source' && value !== 'fly' && value !== 'always-fly';
  }
  if (key === 'emptyFolders' || key === 'syncDeletes' || key === 'confluence') return value !== 'on' && value !== 'off';
  // open: 007 is a whole number
  if (key === 'skipScanPeriod') return !/^[0-9]+$/.test(value) || Number(value) > 720;
  if (key === 'excludeGlob' || key === 'excludeRegex') return false;
  // open: any text is a path, even an empty one, and any text may be the id of an agent or a project
  if (key === 'agent' || key === 'project' || key === 'destination') return !creating;
  if (key === 'transport') return !creating || (value !== 'upload' && value !== 'async');
  return true;
}

/** `job` is the one to be changed, null at `create`. */
export function configGate(job: Job | null, params: Params): number | null {
  const keys = Object.keys(params);
  if (job !== null && keys.length === 0) return 508;
  for (const key of keys) {
    if (isBadValue(key, param(params, key) ?? '', job === null)) return 724;
  }
  if (job !== null && job.sanitize === 'always-fly' && (param(params, 'sanitize') ?? 'always-fly') !== 'always-fly') {
    return 518;
  }
  if (param(params, 'syncDeletes') === 'on') {
    const confluence = param(params, 'confluence') ?? job?.confluence ?? 'off';
    if (confluence === 'on') return 517;
  }
  const glob = param(params, 'excludeGlob');
  if (glob !== undefined && isBadGlob(glob)) return 635;
  const regex = param(params, 'excludeRegex');
  if (regex !== undefined && isBadRegex(regex)) return 636;
  return null;
}

export function configure(job: Job, params: Params): void {
  job.sanitize = param(params, 'sanitize') ?? job.sanitize;
  job.emptyFolders = param(params, 'emptyFolders') ?? job.emptyFolders;
  if (param(params, 'confluence') === 'on') job.syncDeletes = 'off';
  job.syncDeletes = param(params, 'syncDeletes') ?? job.syncDeletes;
  job.confluence = param(params, 'confluence') ?? job.confluence;
  job.skipScanPeriod = Number(param(params, 'skipScanPeriod') ?? job.skipScanPeriod);
}

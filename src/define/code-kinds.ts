import type { CodeKind } from '../model/index.ts';

const KINDS: { readonly [kind in CodeKind]: true } = {
  status: true,
  'state-rejection': true,
  'input-rejection': true,
  'failure-reason': true,
  'environment-fault': true,
  informational: true,
};

/** The kinds of codes. */
export const codeKinds = Object.keys(KINDS) as readonly CodeKind[];

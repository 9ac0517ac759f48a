import { requestOf } from './arguments.ts';
import { filesOf } from './files.ts';
import { nextSteps } from './next-steps.ts';
import { place } from './place.ts';
import { withSystem } from './registry.ts';

/**
 * Writes a small but whole system to start from into the tree, and says what to do with it. Throws a Misuse where it
 * cannot: then nothing is written.
 */
export function scaffold(args: readonly string[], root: string): string {
  const request = requestOf(args, root);
  place(root, request, [...filesOf(request), ...withSystem(root, request)]);
  return nextSteps(request);
}

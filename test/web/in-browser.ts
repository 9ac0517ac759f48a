import { loaders } from '../../machines/lazy.ts';
import { alphabetOf } from '../../src/engine/sample-lines.ts';
import type { System } from '../../src/model/index.ts';
import { Session } from '../../src/session/session.ts';

/** The outcome of a walk; the hash is that of all results and answers. */
export interface Walked {
  readonly steps: number;
  readonly rejected: number;
  readonly hash: number;
}

/** A random walk, the same on every machine for the same seed. */
export async function walk(name: keyof typeof loaders, steps: number, seed: number): Promise<Walked> {
  const system: System = await loaders[name]();
  const lines = alphabetOf(system);
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  let hash = 17;
  const add = (value: unknown): void => {
    const text = JSON.stringify(value);
    for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  };
  let session = new Session(system);
  let rejected = 0;
  for (let step = 0; step < steps; step += 1) {
    if (step % 200 === 0) {
      session = new Session(system);
      session.send('given ready');
    }
    const result = session.send(lines[next(lines.length)] as string);
    if (result.outcome === 'rejected') rejected += 1;
    add(result);
    if (step % 20 === 0) for (const { entity } of session.views()) add(session.ask(entity));
  }
  return { steps, rejected, hash };
}

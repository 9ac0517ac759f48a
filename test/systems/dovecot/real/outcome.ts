import { dovecot } from '../../../../machines/dovecot/index.ts';
import { simulate } from '../../../../src/engine/simulate.ts';
import { readScenario } from '../../../../src/scenario/index.ts';
import type { Servers } from './servers.ts';
import type { Situation } from './situation.ts';

/** What happens in a situation on the real servers, and the account's status in the model after that exit. */
export type Outcome = { readonly exit: number; readonly leaves: string; readonly finds: { [folder: string]: number } };

export async function outcome(servers: Servers, { play, cause, finds = {} }: Situation): Promise<Outcome> {
  const user = servers.user();
  const exit = await play(servers, user);
  const found: { [folder: string]: number } = {};
  for (const folder of Object.keys(finds)) found[folder] = await servers.count('new', user, folder);
  return { exit, leaves: leaves(exit, cause), finds: found };
}

/** An account's status in the model after the exit of its intermediate pass, with all settings at their defaults. */
function leaves(exit: number, cause?: string): string {
  const said = cause === undefined ? '' : ` cause=${cause}`;
  const lines = ['account enqueue', 'account start', `account exited code=${exit}${said}`];
  const results = [...simulate(readScenario(dovecot, lines.join('\n')), dovecot)];
  const change = results.at(-1)?.changes.find(({ phase }) => phase === 'MIGRATION');
  return String(change?.status);
}

import type { EntityView, WorldHands, WorldView } from '../../src/define/index.ts';

/** The server's data outside its chart; null: no quota (mozilla-sync 6). */
export type ServerData = { quota: number | null };

export const freshServer = (): ServerData => ({ quota: null });
export const serverData = (server: EntityView): ServerData => server.data as ServerData;

/** There is one server, whatever id a report gives: settings and faults are stored here. */
export const theServer = (world: WorldHands): EntityView => world.touch('server', '1');

const serverOf = (world: WorldView): EntityView | undefined => world.find('server', '1');

export const quotaOf = (world: WorldView): number | null => {
  const server = serverOf(world);
  return server ? serverData(server).quota : null;
};

export const captchaRequired = (world: WorldView): boolean => serverOf(world)?.state('captcha') === 'on';
export const strictUsernames = (world: WorldView): boolean => serverOf(world)?.state('strictUsernames') !== 'off';

/** The name of the fault that strikes the next request; null if none is armed. */
export function armedFault(world: WorldView): string | null {
  const fault = serverOf(world)?.state('fault') ?? 'none';
  return fault === 'none' ? null : fault;
}

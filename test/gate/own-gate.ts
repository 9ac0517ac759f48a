import { gateOf } from '../../src/index.ts';

const gate = gateOf('egnyte', 'job');

/** The library's own gate as a subject of `lifecycle gate check`: nothing is found. */
export default (command: string, view: Parameters<typeof gate>[0]) => {
  const { allowed, code } = gate.ask(command as Parameters<typeof gate.ask>[0], view);
  return { enabled: allowed, ...(code === undefined ? {} : { code }) };
};

import { spawn } from 'node:child_process';
import { addressOf } from '../../link/addresses.ts';
import { command } from '../command.ts';
import { interrupted } from '../io/interrupt.ts';
import { SiteServer } from '../io/site-server.ts';
import { portOf, system } from '../options.ts';
import { siteFiles } from './site/files.ts';

export default command({
  arguments: [],
  options: {
    open: { says: 'open it in the browser' },
    port: { value: 'N', says: 'the port (default: any that is free)' },
    system: system('all'),
  },
  notes: ['It is served on this machine only, until Ctrl-C, with the other pages of `lifecycle site`.'],
  examples: [
    { run: 'lifecycle play --open', says: 'all systems' },
    { run: 'lifecycle play --system ./mine.ts', says: 'a system of your own' },
  ],
  async run({ options }, terminal) {
    const server = new SiteServer();
    const stopped = interrupted();
    const address = await server.listen(portOf(options.port ?? '0', 'give a number up to 65535'));
    try {
      const filled = server.fill(siteFiles(options.system, terminal));
      await Promise.race([server.has(`${addressOf.play}index.html`), filled, stopped]);
      const page = `${address}${addressOf.play}`;
      terminal.out.write(`${page}\n`);
      await terminal.out.flush();
      if (options.open) open(page);
      await Promise.race([stopped, filled.then(() => stopped)]);
      return 0;
    } finally {
      server.close();
    }
  },
});

/** Ignores errors: the address has been printed too. */
function open(url: string): void {
  const [program, ...args] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  const child = spawn(program as string, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

import { spawn } from 'node:child_process';
import { addressOf } from '../../link/addresses.ts';
import { wholeOf } from '../../model/index.ts';
import { Complaint } from '../../scenario/complaint.ts';
import { show } from '../../scenario/wording.ts';
import { command } from '../command.ts';
import { SiteServer } from '../io/site-server.ts';
import { system } from '../options.ts';
import { siteFiles } from './site/files.ts';

export default command({
  arguments: [],
  options: {
    open: { says: 'open it in the browser' },
    port: { value: 'N', says: 'the port (default: any that is free)' },
    system: system('all'),
  },
  notes: ['It is served on this machine only, until Ctrl-C. The reference of `lifecycle site` is beside it.'],
  examples: [
    { run: 'lifecycle play --open', says: 'all systems' },
    { run: 'lifecycle play --system ./mine.ts', says: 'a system of your own' },
  ],
  async run({ options }, terminal) {
    const server = new SiteServer();
    const stopped = new Promise<void>((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
    const address = await server.listen(portOf(options.port));
    try {
      const filled = server.fill(siteFiles(options.system, terminal));
      // The first page that is asked for may be any: it is answered once it is there.
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

function portOf(port: string | undefined): number {
  if (port === undefined) return 0;
  const number = wholeOf(port);
  if (number !== undefined && number <= 65_535) return number;
  throw new Complaint(`--port ${show(port)} is no port`, 'give a number up to 65535');
}

/** Where no browser can be opened, the address has been printed. */
function open(url: string): void {
  const [program, ...args] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  const child = spawn(program as string, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

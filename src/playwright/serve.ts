import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A server of control planes, on this machine only. */
export interface ControlPlaneServer {
  /** Without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** What `lifecycle serve` is given. */
export interface ServeOptions {
  /** Default: egnyte. */
  readonly system?: string;
  /** The file of the scenario with which every world begins. */
  readonly after?: string;
  /** A file of routes, or the name of one that the package has. */
  readonly routes?: string;
}

/** Starts `lifecycle serve` on a free port, for pages of any origin. If it does not start, throws an Error with its output. */
export async function serveControlPlane(options: ServeOptions = {}): Promise<ControlPlaneServer> {
  const given = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  const args = [fileURLToPath(PROGRAM), 'serve', '--port', '0', '--cors', '*', ...given];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (part: Buffer): void => {
      printed += part.toString();
      const [, found] = / at (http:\S+);/.exec(printed) ?? [];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    void ended.then(() => reject(new Error(printed.trimEnd())));
  });
  return {
    url,
    close() {
      child.kill();
      return ended;
    },
  };
}

const PROGRAM = new URL(import.meta.url.endsWith('.ts') ? '../cli/main.ts' : '../../cli/main.cjs', import.meta.url);

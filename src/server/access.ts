import type { ServerOptions } from './options.ts';

/** Which hosts and origins are allowed: the machine itself and its pages. Anything else may come from a malicious page. */
export class Access {
  private readonly hosts: ReadonlySet<string>;
  private readonly cors: string | undefined;
  private readonly isOpen: boolean;

  constructor({ hosts = [], cors }: Pick<ServerOptions, 'hosts' | 'cors'>) {
    this.hosts = new Set([
      ...LOOPBACK,
      ...hosts.map((host) => (host.includes(':') ? `[${host}]` : host.toLowerCase())),
    ]);
    this.cors = cors;
    this.isOpen = hosts.some((host) => EVERY_ADDRESS.test(host));
  }

  /**
   * Prevents DNS rebinding: another site can make its own name resolve to this machine, and the browser then sends that
   * name. An address cannot be rebound.
   */
  allowsHost(host: string | undefined): boolean {
    if (host === undefined) return true;
    const name = nameIn(host.toLowerCase());
    return this.hosts.has(name) || (this.isOpen && ADDRESS.test(name));
  }

  /** The origin if it is allowed. `host`: the host of the request, whose own pages are always allowed. */
  allowedOrigin(origin: string, host: string | undefined): string | undefined {
    if (this.cors === '*' || origin === this.cors || origin === `http://${host}`) return origin;
    return this.cors === undefined && LOCAL_PAGE.test(origin) ? origin : undefined;
  }
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const EVERY_ADDRESS = /^(?:0\.0\.0\.0|::)$/;
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])$/;
const LOCAL_PAGE = /^http:\/\/localhost(?::\d{1,5})?$/;

/** Without the port. */
const nameIn = (host: string): string => host.replace(/:\d{1,5}$/, '');

import type { ServerOptions } from './options.ts';

/** Who may ask: the names of the machine itself, and pages of it. What else asks has been led here by a foreign page. */
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
   * A page of another site can have its own name resolved to this machine (DNS rebinding): the browser then sends that name.
   * An address cannot be rebound.
   */
  allowsHost(host: string | undefined): boolean {
    if (host === undefined) return true;
    const name = nameIn(host.toLowerCase());
    return this.hosts.has(name) || (this.isOpen && ADDRESS.test(name));
  }

  /** The origin itself where its pages may ask. `host`: what the request was sent to, as its own pages may always ask. */
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

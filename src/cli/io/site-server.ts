import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { kept } from '../../model/index.ts';
import { Complaint } from '../../scenario/complaint.ts';
import { systemReason } from './system-error.ts';

const TYPES: { readonly [ending: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
};

/** Serves the files of a site from memory, on this machine only, even while they are being made. */
export class SiteServer {
  private readonly files = new Map<string, string>();
  private readonly awaited = new Map<string, (() => void)[]>();
  private readonly server: Server = createServer((request, response) => void this.answer(request, response));
  private filled: Promise<void> = Promise.resolve();

  /** Returns the address, with a slash at the end. */
  async listen(port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', (error) => {
        reject(new Complaint(`cannot listen on port ${port}: ${systemReason(error)}`, 'name another with --port'));
      });
      this.server.listen(port, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  /** Receives the files as they are made. */
  fill(files: AsyncIterable<{ readonly path: string; readonly text: string }>): Promise<void> {
    this.filled = (async () => {
      for await (const { path, text } of files) {
        this.files.set(path, text);
        for (const resolve of this.awaited.get(path) ?? []) resolve();
        this.awaited.delete(path);
        // Lets requests be answered in between.
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    return this.filled;
  }

  /** Resolves when the file is there. */
  has(path: string): Promise<void> {
    return new Promise((resolve) => {
      if (this.files.has(path)) resolve();
      else kept(this.awaited, path, () => []).push(resolve);
    });
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answer({ method, url = '/' }: IncomingMessage, response: ServerResponse): Promise<void> {
    if (method !== 'GET' && method !== 'HEAD') return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
    const path = pathOf(url);
    await Promise.race([this.has(path), this.filled.catch(() => {})]);
    const text = this.files.get(path);
    if (text === undefined) {
      const isFolder = this.files.has(`${path}/index.html`);
      if (isFolder) return void response.writeHead(308, { location: `/${path}/` }).end();
      return void response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such page.\n');
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(path)] ?? 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    });
    response.end(method === 'HEAD' ? undefined : text);
  }
}

/** The path of the file for an address; an impossible path if the address is malformed. */
function pathOf(url: string): string {
  try {
    const path = decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname).slice(1);
    return path === '' || path.endsWith('/') ? `${path}index.html` : path;
  } catch {
    return '\0';
  }
}

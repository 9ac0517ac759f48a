/** The server's answer: accepted, or refused, with a code if it gave one. */
export type Answer = { readonly accepted: true } | { readonly accepted: false; readonly code: string | undefined };

export interface Reply {
  readonly answer: Answer;
  readonly body: Record<string, unknown>;
}

export interface Extra {
  /** The token of a session; default: the administrator's. */
  readonly token?: string;
  /** A body that is not JSON. */
  readonly raw?: { readonly type: string; readonly bytes: string | ReadableStream<Uint8Array> };
}

export const MASTER = 'administrator';

/** WildDuck's API over HTTP. */
export class Api {
  private readonly base: string;

  constructor(port: number) {
    this.base = `http://127.0.0.1:${port}`;
  }

  async call(method: string, path: string, body?: object, { token = MASTER, raw }: Extra = {}): Promise<Reply> {
    const content = raw ? raw.bytes : body && JSON.stringify(body);
    const response = await fetch(this.base + path, {
      method,
      headers: {
        'X-Access-Token': token,
        ...(content === undefined ? {} : { 'Content-Type': raw?.type ?? 'application/json' }),
      },
      ...(content === undefined ? {} : { body: content, duplex: 'half' }),
    } as RequestInit);
    return replyOf(response.status, await response.text());
  }
}

/** An answer with an error is a refusal. Some have status 200; some files are not JSON. */
function replyOf(status: number, text: string): Reply {
  let body: Record<string, unknown> = {};
  try {
    body = JSON.parse(text);
  } catch {
    // A stored file is the answer itself.
  }
  const refused = status >= 400 || body.error !== undefined || body.success === false;
  const code = typeof body.code === 'string' ? body.code : undefined;
  return { answer: refused ? { accepted: false, code } : { accepted: true }, body };
}

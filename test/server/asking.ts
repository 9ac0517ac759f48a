import type { Handler } from '../../src/server/index.ts';

export interface Reply {
  readonly status: number;
  readonly type: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: what a body has is what the tests look at
  readonly body: any;
  readonly headers: Headers;
}

/** A client of a handler: `ask('POST /v1/job/1/scan.start', {}, { 'lifecycle-world': 'a' })`. */
export const clientOf =
  (answer: Handler) =>
  async (line: string, body?: object | string, headers: Record<string, string> = {}): Promise<Reply> => {
    const [method = '', path = ''] = line.split(' ');
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const type = typeof body === 'object' ? { 'content-type': 'application/json' } : {};
    const request = new Request(`http://localhost${path}`, { method, ...sent, headers: { ...type, ...headers } });
    const response = await answer(request);
    const text = await response.text();
    const contentType = response.headers.get('content-type');
    const isJson = /json/.test(contentType ?? '');
    return {
      status: response.status,
      type: contentType,
      body: isJson ? JSON.parse(text) : text,
      headers: response.headers,
    };
  };

export type Client = ReturnType<typeof clientOf>;

import { bodyLimit, type Context, HTTPException, type MiddlewareHandler, timeout } from './hono.ts';
import { Problem } from './problem.ts';

/** Bytes. */
const LARGEST = 1_000_000;
const HAS_NO_BODY: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
/** The rest of a late body is not waited for. */
const CLOSE = { connection: 'close' };

/** Reads the body of a request before it is handled, with a limit on its size and a timeout in milliseconds. */
export function bodyReader(within: number): MiddlewareHandler {
  const inTime = timeout(within, () => new HTTPException(408));
  const limited = bodyLimit({ maxSize: LARGEST, onError: tooLarge });
  return async (c, next) => {
    const length = c.req.header('content-length');
    if (HAS_NO_BODY.has(c.req.method) || length === '0') return next();
    const read = async (): Promise<void> => {
      await c.req.arrayBuffer();
    };
    try {
      // The library's limit reads the body chunk by chunk, which is slow. If the length is given, it is enough.
      const isLengthKnown = length !== undefined && c.req.header('transfer-encoding') === undefined;
      if (isLengthKnown && !(Number(length) <= LARGEST)) tooLarge();
      await inTime(c, async () => void (await (isLengthKnown ? read() : limited(c, read))));
    } catch (error) {
      if (!(error instanceof HTTPException)) throw error;
      throw new Problem(408, `the body was not there after ${within / 1000} s`, CLOSE);
    }
    return next();
  };
}

/** The connection stays open. Were it closed, a client that is still sending would fail before it read the response. */
function tooLarge(): never {
  throw new Problem(413, `a body has at most ${LARGEST} bytes`);
}

/** The JSON object in the body of a request. An empty body is an empty object. */
export async function objectIn({ req }: Context): Promise<{ readonly [key: string]: unknown }> {
  const type = req.header('content-type');
  if (type !== undefined && !/^application\/json\s*(?:;|$)/i.test(type)) {
    throw new Problem(
      415,
      `the body is ${type.slice(0, 100)}; send JSON, with the header Content-Type: application/json`,
    );
  }
  const text = await textIn(req);
  if (text === '') return {};
  if (type === undefined) throw new Problem(415, 'the body has no Content-Type; send application/json');
  const value = parsed(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as { [key: string]: unknown };
  throw new Problem(400, 'the body has to be an object of JSON');
}

/** The text in the body of a request. */
export async function textIn(req: Context['req']): Promise<string> {
  const bytes = await req.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem(400, 'the body is not UTF-8');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem(400, `the body is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

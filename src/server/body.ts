import type { Context } from './hono.ts';
import { Problem } from './problem.ts';

/** The object that a request has as its body; an empty body is an object without members. */
export async function objectIn({ req }: Context): Promise<{ readonly [key: string]: unknown }> {
  const type = req.header('content-type');
  if (type !== undefined && !/^application\/json\s*(?:;|$)/i.test(type)) {
    throw new Problem(
      415,
      `the body is ${type.slice(0, 100)}; send JSON, with the header Content-Type: application/json`,
    );
  }
  const text = await req.text();
  if (text === '') return {};
  if (type === undefined) throw new Problem(415, 'the body has no Content-Type; send application/json');
  const value = parsed(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as { [key: string]: unknown };
  throw new Problem(400, 'the body has to be an object of JSON');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem(400, `the body is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

// The only module that imports the library. The package bundles it here, so that nobody has to install it.
export { type Context, Hono, type MiddlewareHandler } from 'hono';
export { bodyLimit } from 'hono/body-limit';
export { cors } from 'hono/cors';
export { HTTPException } from 'hono/http-exception';
export { methodNotAllowed } from 'hono/method-not-allowed';
export { streamSSE } from 'hono/streaming';
export { timeout } from 'hono/timeout';

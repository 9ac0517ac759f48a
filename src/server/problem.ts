import { ID, type StepResult, type System } from '../model/index.ts';
import { nearest } from '../model/near.ts';

/** A request that the server cannot answer: the status of the response, and the reason in a sentence. */
export class Problem extends Error {
  readonly status: ProblemStatus;
  readonly headers: Record<string, string>;

  constructor(status: ProblemStatus, detail: string, headers: Record<string, string> = {}) {
    super(detail);
    this.status = status;
    this.headers = headers;
  }
}

export type ProblemStatus = keyof typeof PHRASES;

const PHRASES = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
} as const;

/** The body of a problem (RFC 9457) with a request. */
export const problemOf = (status: ProblemStatus, detail: string) => ({
  type: 'about:blank',
  title: PHRASES[status],
  status,
  detail,
});

/** Throws a Problem for a text that cannot be the id of an entity. */
export function requireId(id: string): void {
  if (!ID.test(id)) throw new Problem(400, `the id ${JSON.stringify(id)}; expected letters, digits, _, - and .`);
}

/** What to write instead of an unknown word: `did you mean job?`, or the list of known words. */
export function hintFor(word: string, known: readonly string[], list = 'it is one of'): string {
  const near = nearest(word, known);
  return near === undefined ? `${list} ${known.join(', ')}` : `did you mean ${near}?`;
}

export type Rejection = Pick<StepResult, 'error' | 'reason' | 'mark'>;

/** The body of the response to a rejected command. */
export function rejectionOf({ name: system }: System, { error, reason, mark }: Rejection) {
  const { code, name } = error ?? { code: null, name: '' };
  return {
    type: `urn:migration-lifecycles:${system}:${encodeURIComponent(String(code))}`,
    title: name,
    status: 409,
    detail: reason,
    code,
    name,
    mark,
    outcome: 'rejected',
  };
}

export const PROBLEM_JSON = 'application/problem+json';

export function problemResponse(body: { readonly status: number }, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { 'content-type': PROBLEM_JSON, ...headers },
  });
}

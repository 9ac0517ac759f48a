import type { StepResult, System } from '../model/index.ts';

/** A request that is not answered as it was meant: its status, and why in a sentence. */
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

/** The body of a problem (RFC 9457) that the server itself has with a request. */
export const problemOf = (status: ProblemStatus, detail: string) => ({
  type: 'about:blank',
  title: PHRASES[status],
  status,
  detail,
});

export type Rejection = Pick<StepResult, 'error' | 'reason' | 'mark'>;

/** The body of a problem that a rejected command is. */
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

/** A response that is a problem. */
export function problemResponse(body: { readonly status: number }, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { 'content-type': PROBLEM_JSON, ...headers },
  });
}

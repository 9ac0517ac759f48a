/** Maps requests of a product's own API to steps of a model, and results to responses. JSON, or a module that exports it. */
export interface RouteFile {
  readonly $schema?: string;
  /** The API, in words: `WildDuck's API`. */
  readonly title: string;
  /** The system that answers. */
  readonly system: string;
  /** The parameter values for true and false in a body. Default: true and false. */
  readonly flags?: { readonly true: string; readonly false: string };
  /** The response to a refused command whose route has none. */
  readonly rejected: Rejected;
  /** Tried in order: the first that matches answers. */
  readonly routes: readonly ProductRoute[];
}

export interface ProductRoute {
  readonly method: string;
  /** `/users/:id`: `:id` is any part, and is `{path.id}` in templates. */
  readonly path: string;
  /** Sources such as `query.batch` with the required value; null if it must be absent, true for any value. */
  readonly when?: { readonly [source: string]: string | true | null };
  /** The kind of entity. A route without one always gives the same response. */
  readonly entity?: string;
  /** Default: `1`, or the only one. */
  readonly id?: Template;
  /** A command or a report. A route without one shows the entity. */
  readonly event?: string;
  /** A parameter whose template has no value is left out. */
  readonly params?: { readonly [name: string]: Template };
  /** The response if the event is accepted, applied or ignored, or if the entity is only shown. */
  readonly accepted: Reply;
  readonly rejected?: Rejected;
}

export interface Reply {
  /** Default: 200. */
  readonly status?: number;
  readonly headers?: { readonly [name: string]: Template };
  /** Any JSON, the strings in it templates; null for none. */
  readonly body?: unknown;
}

export interface Rejected extends Reply {
  /** What differs for these codes. */
  readonly codes?: { readonly [code: string]: Reply };
}

/**
 * Text with sources in braces. A string that consists of one source keeps the type of its value: `{body.quota}` is a
 * number. In other text, a missing value is empty.
 */
export type Template = string;

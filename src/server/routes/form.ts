/** How requests of a product's own API become steps of a model, and results its answers. JSON, or a module that exports it. */
export interface RouteFile {
  readonly $schema?: string;
  /** The API, in words: `WildDuck's API`. */
  readonly title: string;
  /** The system that answers. */
  readonly system: string;
  /** What true and false in a body are as parameters. Without it: true and false. */
  readonly flags?: { readonly true: string; readonly false: string };
  /** The answer to a refused command where its route has none. */
  readonly rejected: Rejected;
  /** Asked in order: the first that fits answers. */
  readonly routes: readonly ProductRoute[];
}

export interface ProductRoute {
  readonly method: string;
  /** `/users/:id`: `:id` is any part, and is `{path.id}` in templates. */
  readonly path: string;
  /** TemplateSources, as `query.batch`, with the value that they need; null where there has to be none, true for any. */
  readonly when?: { readonly [source: string]: string | true | null };
  /** The kind of entity. A route without one has always the same answer. */
  readonly entity?: string;
  /** Default: `1`, or the only one. */
  readonly id?: Template;
  /** A command or a report. A route without one shows the entity. */
  readonly event?: string;
  /** What a template gives nothing for is left out. */
  readonly params?: { readonly [name: string]: Template };
  /** The answer to what is accepted, applied, ignored or shown. */
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
  /** What is other where the answer is one of these codes. */
  readonly codes?: { readonly [code: string]: Reply };
}

/**
 * Text with sources in braces. A string that is nothing but one source gives its value as it is, `{body.quota}` a number;
 * in other text a value that is missing is empty.
 */
export type Template = string;

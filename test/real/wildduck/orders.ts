/** Orders to WildDuck's process, apart from HTTP and LMTP. */
export type Order =
  /** The clock advances by this many seconds. */
  | { readonly wait: number }
  /** The worker does the task of the user with this id. */
  | { readonly purge: string }
  /** Redis is emptied. */
  | { readonly forget: true };

export type Told = { readonly done: true } | { readonly failed: string };

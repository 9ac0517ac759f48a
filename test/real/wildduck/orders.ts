/** What the process with WildDuck is told besides HTTP and LMTP. */
export type Order =
  /** The clock moves on by so many seconds. */
  | { readonly wait: number }
  /** The worker does the task of the user with this id. */
  | { readonly purge: string }
  /** Everything in Redis is forgotten. */
  | { readonly forget: true };

export type Told = { readonly done: true } | { readonly failed: string };

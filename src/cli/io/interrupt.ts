/** Resolves at Ctrl-C, or when something else tells the program to end. */
export const interrupted = (): Promise<void> =>
  new Promise((resolve) => process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve()));

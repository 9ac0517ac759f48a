/** Resolves when the user ends the program with Ctrl-C, or something else does. */
export const interrupted = (): Promise<void> =>
  new Promise((resolve) => process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve()));

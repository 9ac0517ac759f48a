import type { InputOptions } from 'rolldown';

/** A warning of the bundler, other than about its own speed, ends the build. */
export const STRICT = {
  checks: { bundlerTimings: false },
  onLog(level, log, handle) {
    if (level === 'warn') throw new Error(`rolldown: ${log.message}`);
    handle(level, log);
  },
} satisfies InputOptions;

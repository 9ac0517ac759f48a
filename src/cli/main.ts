#!/usr/bin/env node
import module from 'node:module';

// What was compiled once need not be compiled at each start; everything else is loaded behind this.
// Node 20 has no such cache, and does without it.
module.enableCompileCache?.();
const { run } = await import('./run.ts');
process.exitCode = await run(process.argv.slice(2));

#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// What was compiled once need not be compiled at each start; everything else is loaded behind this.
enableCompileCache();
const { run } = await import('./run.ts');
process.exitCode = await run(process.argv.slice(2));

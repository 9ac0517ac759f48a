#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(`lifecycle: this is Node ${process.versions.node}, and 22.12 is needed; install a later Node\n`);
  process.exitCode = 2;
} else {
  // What was compiled once need not be compiled at each start; everything else is loaded behind this.
  enableCompileCache();
  import('./run.ts')
    .then(({ run }) => run(process.argv.slice(2)))
    .then((status) => {
      process.exitCode = status;
      // All is written. What a user's module left running (a timer, a connection) must not keep the program, nor change
      // how it ends.
      process.on('exit', () => {
        process.exitCode = status;
      });
      setTimeout(() => process.exit(), 500).unref();
    });
}

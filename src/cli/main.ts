#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(`lifecycle: this is Node ${process.versions.node}, and 22.12 is needed; install a later Node\n`);
  process.exitCode = 2;
} else {
  // Everything else is loaded after this, so that its compiled code is cached.
  enableCompileCache();
  import('./run.ts')
    .then(({ run }) => run(process.argv.slice(2)))
    .then((status) => {
      process.exitCode = status;
      // All output is written. A timer or connection of a user's module must not keep the program running, nor change
      // its exit status, nor print anything if it fails.
      process.on('uncaughtException', () => {});
      process.on('exit', () => {
        process.exitCode = status;
      });
      setTimeout(() => process.exit(), 500).unref();
    });
}

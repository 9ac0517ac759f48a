// npm run arch: prints what is wrong with the arrows between the modules, or how many modules are right.
import { check } from './check.ts';

const { modules, imports, findings } = check(process.argv[2] ?? '.');
for (const finding of findings) console.error(finding);
console.log(`architecture: ${modules} modules, ${imports} imports, ${findings.length} findings`);
process.exitCode = findings.length > 0 ? 1 : 0;

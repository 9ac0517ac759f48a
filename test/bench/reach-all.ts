// Computes everything that an entity of egnyte reaches, and reports the cost to the parent process.
import { egnyte } from '../../machines/egnyte/index.ts';
import { reachAll } from '../../src/reach/reachability.ts';

const [kind = ''] = process.argv.slice(2);
const began = process.cpuUsage();
const { diagrams, set } = reachAll(egnyte, kind);
const { user, system } = process.cpuUsage(began);
process.send?.({
  situations: String(diagrams.count(set)),
  seconds: (user + system) / 1e6,
  megabytes: process.memoryUsage().rss / 1e6,
});

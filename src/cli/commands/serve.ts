import type { System } from '../../model/index.ts';
import { Complaint } from '../../scenario/complaint.ts';
import { readScenario } from '../../scenario/index.ts';
import { show } from '../../scenario/wording.ts';
import { handlerOf } from '../../server/handler.ts';
import { command } from '../command.ts';
import { wholeText } from '../io/input.ts';
import { portOf, system } from '../options.ts';
import { present } from '../present.ts';
import { systemNamed } from '../systems.ts';
import { runningClock } from './serve/clock.ts';
import { listen } from './serve/listen.ts';
import { pathFinder } from './serve/path-finder.ts';
import { routesIn } from './serve/routes.ts';

export default command({
  arguments: [],
  options: {
    system: system(),
    port: { value: 'N', says: 'the port (default: 4010; 0 for one that is free)' },
    host: { value: 'ADDRESS', says: 'the address to listen at (default: 127.0.0.1, which only this machine reaches)' },
    after: { value: 'FILE', says: 'a scenario that every world begins with' },
    routes: { value: 'FILE', says: "a product's own API as requests: a file, or wildduck or mozilla-sync" },
    cors: {
      value: 'ORIGIN',
      says: 'the origin whose pages may send requests (default: http://localhost at any port; * for all)',
    },
    clock: { value: 'real', says: 'timers run by themselves; without it, time passes only by POST /_lifecycle/wait' },
    speed: { value: 'N', says: 'with --clock real: seconds of the model per second' },
    log: { says: 'a line for each request' },
  },
  notes: [
    'POST /v1/ENTITY/ID/EVENT gives a command or a report, with its parameters as JSON: 202 where it is accepted or ' +
      'applied, 200 where a report is ignored, 409 with the code of the vendor where a command is rejected. ' +
      'GET /v1/ENTITY/ID is the view, with the answer to every command; GET /v1/events sends each change of a status. ' +
      '/openapi.json describes the whole API.',
    'For tests: POST /_lifecycle/wait {"for":"5m"}, /_lifecycle/to {"entity":"job:1","phases":{"SCAN":"PAUSED"}}, ' +
      '/_lifecycle/scenario and /_lifecycle/reset; GET /_lifecycle/scenario is what has happened. The header ' +
      'Lifecycle-World: NAME, or ?world=NAME, chooses a world. Worlds are independent.',
  ],
  examples: [
    { run: 'lifecycle serve --after ready.txt', says: 'every world begins at the end of the scenario' },
    { run: 'lifecycle serve --system wildduck --routes wildduck', says: "answers WildDuck's own requests" },
    { run: 'lifecycle serve --system dovecot --clock real --speed 60', says: 'an hour of the model takes a minute' },
  ],
  async run({ options }, { out }) {
    const chosen = await systemNamed(options.system);
    const after = options.after === undefined ? '' : await scenarioIn(chosen, options.after);
    const host = options.host ?? '127.0.0.1';
    const write = async (line: string): Promise<void> => {
      out.write(`${line}\n`);
      await out.flush();
    };
    checkOrigin(options.cors);
    const clock = clockOf(options.clock, options.speed);
    const routes = options.routes === undefined ? undefined : await routesIn(options.routes, chosen);
    const log = options.log ? (line: string) => void write(line) : undefined;
    const asked = { after, hosts: [host], ...present({ routes, clock, log, cors: options.cors }) };
    const handler = handlerOf(chosen, asked, pathFinder(options.system));
    const port = portOf(options.port ?? '4010', 'name one from 1 to 65535, or 0 for one that is free');
    const { url, ended } = await listen(handler, host, port);
    await write(`${chosen.title} at ${url}; Ctrl-C ends it`);
    for (const line of toTry(chosen, url)) await write(line);
    await ended;
    return 0;
  },
});

/** A browser sends an origin, or `null` for a page in a file. */
function checkOrigin(cors: string | undefined): void {
  if (cors === undefined || cors === '*' || cors === 'null' || URL.parse(cors)?.origin === cors) return;
  throw new Complaint(`--cors ${show(cors)} is no origin`, 'name one such as https://example.com, without a path');
}

function clockOf(clock: string | undefined, speed: string | undefined) {
  if (clock !== undefined && clock !== 'real') throw new Complaint(`--clock ${show(clock)} is unknown`, 'it is real');
  if (clock === undefined) {
    if (speed !== undefined) throw new Complaint('--speed needs --clock real');
    return undefined;
  }
  const times = speed === undefined ? 1 : Number(speed);
  if (times > 0 && times <= 1_000_000) return runningClock(times);
  throw new Complaint(`--speed ${show(speed ?? '')} is no speed`, 'name a number above 0 and up to 1000000');
}

/** The text of a scenario. Throws if it is malformed. */
async function scenarioIn(system: System, file: string): Promise<string> {
  const text = await wholeText(file);
  readScenario(system, text, file);
  return text;
}

/** Requests to try. */
function toTry({ entities, ready }: System, url: string): string[] {
  const [kind = ''] = (ready.at(-1) ?? Object.keys(entities).join(' ')).split(/[ :]/);
  const [first] = Object.keys(entities[kind]?.commands ?? {});
  const entity = `${url}/v1/${kind}/${entities[kind]?.singleton ?? '1'}`;
  return [
    `  curl ${entity}`,
    `  curl -X POST ${entity}/${first}`,
    `  curl -X POST ${url}/_lifecycle/wait -H 'Content-Type: application/json' -d '{"for":"5m"}'`,
  ];
}

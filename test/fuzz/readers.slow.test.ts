import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { egnyte } from '../../machines/egnyte/index.ts';
import { systems } from '../../machines/index.ts';
import { findInText } from '../../src/answers/find-in-text.ts';
import { baselineIn } from '../../src/cli/commands/gate/check/baseline.ts';
import { readCsv } from '../../src/cli/commands/gate/check/csv.ts';
import { readRows } from '../../src/cli/commands/gate/check/rows.ts';
import { routesIn } from '../../src/cli/commands/serve/routes.ts';
import { SiteServer } from '../../src/cli/io/site-server.ts';
import { sharedIn } from '../../src/link/fragment.ts';
import { readScenario, stepsOf } from '../../src/scenario/index.ts';
import { handler } from '../../src/server/index.ts';
import { folder } from '../cli/program.ts';
import { fc } from '../random/fast-check.ts';
import { corpus, spoilt } from './corpus.ts';

const RUNS = 1500;
const { FUZZ_SECONDS } = process.env;
const TIME = 240_000 + 1000 * Number(FUZZ_SECONDS ?? 0);

/** So many runs; with FUZZ_SECONDS as many as that time allows. SEED draws others. */
const lasting = (numRuns: number): fc.Parameters<unknown> =>
  FUZZ_SECONDS === undefined
    ? { numRuns }
    : { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: 1000 * Number(FUZZ_SECONDS) };

/** How many texts each reader was given. */
const given = new Map<string | undefined, number>();
afterEach(({ task }) => {
  if (FUZZ_SECONDS !== undefined) console.log(`${task.name}: ${given.get(task.name)} runs`);
});
function count(): void {
  const { currentTestName } = expect.getState();
  const name = currentTestName?.split(' > ').at(-1);
  given.set(name, (given.get(name) ?? 0) + 1);
}

/** Reads, or refuses by the reader's own error: one line, which a terminal can be sent and a person can read. */
async function reads(read: () => unknown, own: string): Promise<void> {
  count();
  try {
    await read();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== own) throw error;
    expect(error.message).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
    expect(error.message.length).toBeLessThan(1500);
  }
}

function fuzz(
  name: string,
  texts: readonly string[],
  own: string,
  read: (text: string) => unknown,
  numRuns = RUNS,
): void {
  it(name, { timeout: TIME }, () =>
    fc.assert(
      fc.asyncProperty(spoilt(texts), (text) => reads(() => read(text), own)),
      lasting(numRuns),
    ),
  );
}

const { job } = egnyte.entities;
const dir = folder();
const written = (name: string, text: string): string => {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
};

describe('a spoilt text is read, or refused in a line', () => {
  fuzz('a scenario', corpus.text, 'ScenarioError', (text) => readScenario(egnyte, text));
  const lookups = Object.values(systems).map((outline) => ({ outline }));
  fuzz('NDJSON, and results', corpus.ndjson, 'ScenarioError', (text) => readScenario(egnyte, text));
  fuzz('a table as JSON', corpus.json, 'Complaint', (text) => readRows('a.json', text, job));
  fuzz('a table as CSV', corpus.csv, 'Complaint', (text) => readCsv('a.csv', text, job));
  fuzz('a baseline', corpus.baseline, 'Complaint', (text) => baselineIn(written('known.json', text), 'egnyte', 'job'));
  fuzz(
    'a file of routes',
    corpus.routes,
    'Complaint',
    (text) => routesIn(written('routes.json', text), systems.wildduck),
    600,
  );
  fuzz('a log', corpus.log, 'none', (text) => findInText(lookups, text), 600);

  it('bytes that may be no text', { timeout: TIME }, () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 6 }), (pieces) =>
        reads(async () => {
          for await (const _ of stepsOf(egnyte, asTheyCome(pieces)));
        }, 'ScenarioError'),
      ),
      lasting(RUNS),
    ),
  );
});

async function* asTheyCome(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

describe('an address that leads nowhere is answered as one', () => {
  fuzz('the fragment of a link to the playground', ['1Sy8FAA', '1abc-_', '2x', ''], 'LinkError', sharedIn);

  it('a page of the site', { timeout: TIME }, async () => {
    const server = new SiteServer();
    const url = new URL(await server.listen(0));
    await server.fill(
      (async function* () {
        yield { path: 'index.html', text: 'here' };
      })(),
    );
    const ask = (line: string): Promise<string> => {
      const socket = connect(Number(url.port), url.hostname);
      socket.end(`${line}\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
      return textOf(socket);
    };
    try {
      await fc.assert(
        fc.asyncProperty(spoilt(corpus.url), async (path) => {
          count();
          expect(await ask(`GET ${path.slice(0, 4000)} HTTP/1.1`)).toMatch(/^HTTP\/1\.1 (?:200|308|4\d\d) /);
        }),
        lasting(400),
      );
      expect(await ask('GET / HTTP/1.1')).toContain('here');
    } finally {
      server.close();
    }
  });

  it('a request to the control plane', { timeout: TIME }, async () => {
    const answer = handler('dovecot');
    await fc.assert(
      fc.asyncProperty(
        spoilt(['/v1/account/1/start', '/v1/account/1', '/openapi.json', '/v1/events?world=a']),
        async (path) => {
          count();
          if (!URL.canParse(`http://localhost${path}`)) return;
          const { status, body } = await answer(new Request(new URL(`http://localhost${path}`), { method: 'POST' }));
          await body?.cancel();
          expect(status).toBeLessThan(500);
        },
      ),
      lasting(600),
    );
  });
});

import { placesOf, type Request } from './request.ts';

/** What there is now, and what to do with it. */
export function nextSteps(request: Request): string {
  const { name, title } = request;
  const [machines, tests, page] = placesOf(request);
  return `\
${title}: written to ${machines}, ${tests} and ${page}, and listed in machines/index.ts and lazy.ts.
It is an invented product with one entity, and works as it stands:

  npm run lifecycle -- simulate --system ${name} ${tests}/scenarios/first.txt

What to do next (docs/add-a-system.md says how):

${columns([
  ['1.', `${machines}/codes.ts`, "the vendor's table, every row"],
  ['', `${machines}/phases.ts`, 'its phases and statuses, each with its code'],
  ['', `${machines}/task*.ts`, 'an entity: its events, chart, facts and rules'],
  ['', `${machines}/effects.ts, system.ts`, 'what is kept besides, and how entities reach each other'],
  ['2.', tests ?? '', 'one fact a line, and scenarios'],
  ['3.', `npm run golden ${name}`, 'finds a scenario for every code, and says for which there is none'],
  ['', 'npm run golden:spaces', 'pins the number of situations of every entity'],
  ['4.', page ?? '', 'what is modelled, in numbered sections'],
  ['', 'npm run docs', `writes docs/reference/${name}, and the tables in ${page}`],
  ['5.', 'README.md', 'a row in the table of systems; node test/docs/main.ts fills in its numbers'],
  ['6.', 'npm test', ''],
])}`;
}

function columns(rows: readonly (readonly [number: string, what: string, why: string])[]): string {
  const width = Math.max(...rows.map(([, what]) => what.length));
  return rows.map((row) => line(row, width)).join('\n');
}

const line = ([number, what, why]: readonly [string, string, string], width: number): string =>
  `  ${number.padEnd(2)} ${what.padEnd(width)}  ${why}`.trimEnd();

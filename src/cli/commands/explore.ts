import { wholeOf } from '../../model/index.ts';
import { Complaint, unknown } from '../../scenario/complaint.ts';
import { amount } from '../../scenario/wording.ts';
import { type Explored, explore } from '../../space/explore.ts';
import { command } from '../command.ts';
import { DEFAULT_COLUMNS, type Paint } from '../io/terminal.ts';
import { json, noColor, system } from '../options.ts';
import { systemNamed, usual } from '../systems.ts';
import { table, wrap } from '../text/layout.ts';

export default command({
  summary: 'visit every situation of an entity, and count',
  arguments: [{ name: 'ENTITY', says: 'a kind of entity, such as job' }],
  options: {
    system: system(usual),
    free: { value: 'FACT', says: 'a fact of the entity that may change at any time; several with commas between them' },
    limit: { value: 'N', says: 'end once so many situations were searched, with what was seen so far' },
    json,
    'no-color': noColor,
  },
  notes: [
    'An entity is explored alone, or with those that its lifecycle says it stands with. Facts that ask for what is ' +
      'outside are held at their usual value; delays may end at any moment while they run.',
  ],
  examples: [
    { run: 'lifecycle explore project', says: 'every situation of a project' },
    { run: 'lifecycle explore job --limit 1000000', says: 'a part of a large space' },
    {
      run: 'lifecycle explore project --free linkUnstable,anyJob --json',
      says: 'with facts that change, for a program',
    },
  ],
  async run({ options, args: [kind = ''] }, terminal) {
    const { out, paint, columns } = terminal;
    const chosen = await systemNamed(options.system ?? usual);
    const lifecycle = Object.hasOwn(chosen.entities, kind) ? chosen.entities[kind] : undefined;
    if (!lifecycle) {
      const kinds = Object.keys(chosen.entities);
      throw unknown('entity', kind, kinds, `it is one of ${kinds.join(', ')}`);
    }
    const free = options.free?.split(',') ?? [];
    const facts = Object.keys(lifecycle.facts);
    for (const fact of free) {
      if (!facts.includes(fact)) throw unknown('fact', fact, facts, `it is one of ${facts.join(', ') || 'none'}`);
    }
    const limit = options.limit === undefined ? undefined : wholeOf(options.limit);
    if (options.limit !== undefined && !limit) throw new Complaint('--limit needs a whole number, at least 1');
    const began = performance.now();
    const progress = terminal.watched ? showing((line) => terminal.rewrite(line)) : undefined;
    const explored = explore(chosen, kind, { free, ...(limit ? { limit } : {}), ...(progress ? { progress } : {}) });
    progress?.end();
    const seconds = (performance.now() - began) / 1000;
    if (options.json) out.write(`${JSON.stringify({ ...explored, seconds })}\n`);
    else out.write(exploredText(explored, seconds, paint(options['no-color'] === true), columns));
    await out.flush();
    return 0;
  },
});

/** A line on how far the search is, now and then. */
function showing(rewrite: (line: string) => void) {
  let shownAt = performance.now();
  let shown = false;
  const show = (situations: number, depth: number): void => {
    if (performance.now() - shownAt < PAUSE) return;
    shownAt = performance.now();
    shown = true;
    rewrite(`exploring: ${amount(situations)} situations, ${depth} steps deep`);
  };
  const end = (): void => {
    if (shown) rewrite('');
  };
  return Object.assign(show, { end });
}

/** Milliseconds between two lines. */
const PAUSE = 200;

/** What was found, for a person. */
function exploredText(explored: Explored, seconds: number, paint: Paint, width = DEFAULT_COLUMNS): string {
  const { system, entity, complete, situations, transitions, depth, deadEnds, statuses, undecided, ungiven } = explored;
  const others = explored.with.length > 0 ? ` with its ${explored.with.join(', ')}` : '';
  const speed = `${seconds.toFixed(1)} s, ${amount(Math.round(situations / seconds))} situations/s`;
  const numbers = table(
    [
      ['situations', amount(situations)],
      ['transitions', amount(transitions)],
      ['depth', amount(depth)],
      ['dead ends', amount(deadEnds)],
      ['time', `${speed}, ${explored.bytes.toFixed(1)} bytes each`],
    ],
    { indent: 2 },
  );
  const tallies = Object.entries(statuses).flatMap(([kind, phases]) => {
    if (Object.keys(phases).length === 0) return [];
    const rows = Object.entries(phases).map(([phase, counts]) => {
      const seen = Object.entries(counts).filter(([, count]) => count > 0);
      return [
        phase,
        seen.map(([status, count]) => `${status === 'null' ? 'not run' : status} ${amount(count)}`).join(', '),
      ];
    });
    return [[`Situations by status of the ${kind}:`, ...table(rows, { indent: 2, width })]];
  });
  const silent = undecided.map(({ command, gate, code }) => [command, gate, code === null ? '' : String(code)]);
  const never = [
    ...(silent.length > 0 ? [['Rules that never decide here:', ...table(silent, { indent: 2 })]] : []),
    ...(ungiven.length > 0 ? [['Codes that are never given here:', ...wrap(`  ${ungiven.join(' ')}`, width)]] : []),
  ];
  const held = explored.held.length > 0 ? [wrap(`Held at their usual value: ${explored.held.join(', ')}`, width)] : [];
  const parts = [
    [paint('title', `${system} ${entity}${others}`), ...numbers],
    ...(complete ? [] : [['The search ended at its limit: all numbers are of what was seen so far.']]),
    ...tallies,
    ...never,
    ...held,
  ];
  return parts.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

import { countReached, type Reached } from '../../answers/count-reached.ts';
import { entityAnswers } from '../../answers/source.ts';
import { amount } from '../../scenario/wording.ts';
import { command } from '../command.ts';
import { entityOf } from '../entity-words.ts';
import type { PrintStyle } from '../io/terminal.ts';
import { printed, system } from '../options.ts';
import { systemNamed } from '../systems.ts';
import { paragraphs, section, table, wrap } from '../text/layout.ts';
import { sourceOf } from '../work-out.ts';

export default command({
  arguments: [{ name: 'ENTITY', says: 'a kind of entity, such as job' }],
  options: {
    system: system(),
    cache: { says: 'write the answers to a file beside the module of --system, such as mine.answers.json' },
    ...printed,
  },
  notes: [
    'An entity is explored together with the entities that its lifecycle names, with all their commands and reports. ' +
      'Facts that the world outside decides may change at any time. A delay may end at any moment while it runs. What is ' +
      'left out is listed at the end.',
    'Depth is the distance of the furthest situation from the beginning, in lines. A dead end is a situation in which no ' +
      'command, report, signal or delay is taken as long as the facts do not change.',
    'For a system of your own, every verb computes the reachable situations again. --cache saves them, with the answer to ' +
      'each command in each status, and can, path, explain, explore and gate read the file. If the module or the ' +
      'definition has changed, or the file is damaged, they say so and compute the answers; --cache writes the file again.',
  ],
  examples: [
    { run: 'lifecycle explore project', says: 'the situations of a project' },
    { run: 'lifecycle explore account --system dovecot --json', says: 'for a program' },
    { run: 'lifecycle explore task --system ./mine.ts --cache', says: 'also writes the answers to mine.answers.json' },
  ],
  async run({ options, args: [word = ''] }, terminal) {
    const { out } = terminal;
    const chosen = await systemNamed(options.system);
    const { kind } = await entityOf(chosen, word);
    const began = performance.now();
    const cache = options.cache ? (await import('../io/cached-answers.ts')).caching(chosen) : undefined;
    const source = await sourceOf(chosen, terminal);
    const explored = countReached(source, kind);
    cache?.(kind, entityAnswers(source, kind));
    const seconds = (performance.now() - began) / 1000;
    if (options.json) out.json({ ...explored, seconds });
    else out.write(exploredText(explored, seconds, terminal));
    return 0;
  },
});

function exploredText(explored: Reached, seconds: number, { paint, width }: PrintStyle): string {
  const { system, entity, situations, transitions, depth, deadEnds, statuses, undecided, ungiven } = explored;
  const others = explored.with.length > 0 ? ` with its ${explored.with.join(', ')}` : '';
  const numbers = table(
    [
      ['situations', amount(situations)],
      ['transitions', amount(transitions)],
      ['depth', depth === null ? 'not counted: the rings are too large' : amount(depth)],
      ['dead ends', amount(deadEnds)],
      ['time', `${seconds.toFixed(1)} s`],
    ],
    { indent: 2 },
  );
  const tallies = Object.entries(statuses).map(([kind, phases]) => {
    const rows = Object.entries(phases).map(([phase, counts]) => {
      const seen = Object.entries(counts).filter(([, count]) => BigInt(count) > 0n);
      return [
        phase,
        seen.map(([status, count]) => `${status === 'null' ? 'not run' : status} ${amount(count)}`).join(', '),
      ];
    });
    return [`Situations by status of the ${kind}:`, ...table(rows, { indent: 2, width })];
  });
  const silent = undecided.map(({ command, gate, code }) => [command, gate, code === null ? '' : String(code)]);
  return paragraphs([
    [paint('title', `${system} ${entity}${others}`), ...numbers],
    ...tallies,
    ...section('Rules that never decide here:', table(silent, { indent: 2 })),
    ...section('Codes that are never given here:', ungiven.length > 0 ? wrap(`  ${ungiven.join(' ')}`, width) : []),
    ['What this leaves out:', ...explored.notCovered.flatMap((note) => wrap(note, width))],
  ]);
}

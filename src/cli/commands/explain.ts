import type { System } from '../../model/index.ts';
import { unknown } from '../../scenario/complaint.ts';
import { ScenarioReader } from '../../scenario/index.ts';
import { explain, rowsOf } from '../../search/explain.ts';
import { command } from '../command.ts';
import { json, noColor, system } from '../options.ts';
import { allSystems, systemNamed } from '../systems.ts';
import { explanationText } from '../text/explanation-text.ts';

export default command({
  summary: 'say what a code means, what gives it, and how to see it',
  arguments: [{ name: 'CODE', says: "a number or a name of a vendor's table" }],
  options: { system: system('all'), json, 'no-color': noColor },
  notes: [
    'A number that a vendor uses twice, or that two systems use, gives each.',
    'A name that a code has elsewhere, such as EX_TEMPFAIL, leads to the row, in any case.',
    'No scenario of fewer lines than the shortest gives the code: all were tried. In the space of an entity that holds ' +
      'for all that can happen to it and to those that it stands with (see lifecycle explore).',
  ],
  examples: [
    { run: 'lifecycle explain 650', says: 'by number' },
    { run: 'lifecycle explain EX_TEMPFAILE --system dovecot', says: 'by name, in one system' },
    { run: 'lifecycle explain 671 --json', says: 'for a program' },
  ],
  async run({ options, args: [code = ''] }, { out, paint, columns }) {
    const systems = options.system === undefined ? await allSystems() : [await systemNamed(options.system)];
    const having = systems.filter((each) => rowsOf(each, code).length > 0);
    if (having.length === 0) {
      const next = ['run lifecycle codes', ...(options.system === undefined ? [] : ['--system', options.system])];
      throw unknown('code', code, systems.flatMap(namesIn), next.join(' '));
    }
    const painted = paint(options['no-color'] === true);
    let blank = '';
    for (const each of having) {
      const reader = new ScenarioReader(each);
      for (const explanation of explain(each, code, (line) => reader.line(line))) {
        if (options.json) out.write(`${JSON.stringify(explanation)}\n`);
        else out.write(blank + explanationText(explanation, each, painted, columns));
        await out.flush();
        blank = '\n';
      }
    }
    return 0;
  },
});

const namesIn = ({ codes }: System): string[] =>
  codes.flatMap(({ code, name, also = [] }) => [String(code), name, ...also.map((alias) => alias.name)]);

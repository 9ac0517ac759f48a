import type { CodeRow } from '../../model/index.ts';
import { command } from '../command.ts';
import { json, noColor, system } from '../options.ts';
import { allSystems, systemNamed } from '../systems.ts';
import { catalogueText } from '../text/catalogue-text.ts';

export default command({
  summary: 'list the codes of a system, or of all, with what each means',
  arguments: [],
  options: { system: system('all'), json, 'no-color': noColor },
  notes: ['The mark says where a row comes from; `lifecycle explain CODE` says more about one.'],
  examples: [
    { run: 'lifecycle codes --system dovecot', says: 'the catalogue of one system' },
    {
      run: 'lifecycle codes --json | grep state-rejection',
      says: 'every code that refuses a command because of a status',
    },
  ],
  async run({ options }, { out, paint, columns }) {
    const systems = options.system === undefined ? await allSystems() : [await systemNamed(options.system)];
    for (const each of systems) {
      if (options.json) for (const row of each.codes) out.write(`${JSON.stringify(objectOf(each.name, row))}\n`);
      else out.write(catalogueText(each, paint(options['no-color'] === true), columns));
      await out.flush();
    }
    return 0;
  },
});

const objectOf = (system: string, { code, name, category, kind, meaning, mark, also }: CodeRow) => ({
  system,
  code,
  name,
  category,
  kind,
  meaning,
  mark,
  ...(also === undefined ? {} : { also }),
});

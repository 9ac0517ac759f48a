import { codeKinds } from '../../define/code-kinds.ts';
import { type CodeRow, listedRow } from '../../model/index.ts';
import { command } from '../command.ts';
import { oneOf } from '../one-of.ts';
import { printed, system } from '../options.ts';
import { lookUp, lookUpAll } from '../systems.ts';
import { catalogueText } from '../text/catalogue-text.ts';

export default command({
  arguments: [
    { name: 'WORD', says: 'only rows that have each word in their code, name or meaning', optional: true, many: true },
  ],
  options: {
    system: system('all'),
    kind: { value: 'KIND', says: `only rows of this kind: ${codeKinds.join(', ')}` },
    category: { value: 'TEXT', says: "only rows that have the text in the vendor's heading" },
    ...printed,
  },
  notes: ['The mark is the source of a row. For more about one code, run `lifecycle explain CODE`.'],
  examples: [
    { run: 'lifecycle codes --system dovecot', says: 'the catalogue of one system' },
    { run: 'lifecycle codes agent offline', says: 'the rows that have both words' },
    { run: 'lifecycle codes --kind state-rejection --json', says: 'every code of a refusal because of a status' },
  ],
  async run({ options, args }, terminal) {
    const { out, paint, columns } = terminal;
    const { category } = options;
    const kind = options.kind === undefined ? undefined : oneOf('kind', options.kind, codeKinds);
    const words = args.map((word) => word.toLowerCase());
    const isWanted = (row: CodeRow): boolean =>
      (kind === undefined || row.kind === kind) &&
      (category === undefined || row.category.toLowerCase().includes(category.toLowerCase())) &&
      words.every((word) => textOf(row).includes(word));
    let found = false;
    const lookups = options.system === undefined ? await lookUpAll() : [await lookUp(options.system)];
    for (const { outline: each } of lookups) {
      const codes = each.codes.filter(isWanted);
      if (codes.length === 0) continue;
      found = true;
      if (options.json) for (const row of codes) out.json(listedRow(each.name, row));
      else out.write(catalogueText({ ...each, codes }, paint, columns));
    }
    if (found) return 0;
    terminal.complain('lifecycle codes: no row has all of that; name fewer words, or run lifecycle codes for all');
    return 1;
  },
});

/** What words are searched in: code, name, meaning and aliases. */
const textOf = ({ code, name, meaning, also = [] }: CodeRow): string =>
  [code, name, meaning, ...also.map((alias) => alias.name)].join('\n').toLowerCase();

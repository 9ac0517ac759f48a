import { Complaint } from '../../scenario/complaint.ts';
import { amount, harmless, show } from '../../scenario/wording.ts';
import { command } from '../command.ts';
import { savingIn } from '../io/save.ts';
import { system } from '../options.ts';
import { siteFiles } from './site/files.ts';

export default command({
  arguments: [],
  options: {
    output: { short: 'o', value: 'DIR', says: 'the folder to write to (default: site)' },
    system: system('all'),
    url: { value: 'URL', says: 'the address of the site, for sitemap.xml' },
  },
  notes: [
    'The site is static and its links are relative, so the folder can be anywhere on any web server.',
    'Files of the same names are replaced; others stay. A system in a file may import its own files and ' +
      'migration-lifecycles/define.',
  ],
  examples: [
    { run: 'lifecycle site -o public', says: 'all systems' },
    { run: 'lifecycle site --system ./mine.ts -o mine', says: 'a system of your own' },
  ],
  async run({ options }, terminal) {
    const { output: folder = 'site', url } = options;
    if (url !== undefined && !/^https?:\/\/./.test(url)) {
      throw new Complaint(`--url ${show(url)} is no address`, 'begin it with https://');
    }
    const save = savingIn(folder);
    let count = 0;
    for await (const { path, text } of siteFiles(options.system, terminal, url)) {
      save(path, text);
      count += 1;
    }
    terminal.out.write(`${amount(count)} files in ${harmless(folder)}\n`);
    return 0;
  },
});

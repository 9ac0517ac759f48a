import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { Complaint } from '../../scenario/complaint.ts';
import { harmless, show } from '../../scenario/wording.ts';
import { command } from '../command.ts';
import { fileInPackage } from '../io/package.ts';
import { saveNew } from '../io/save.ts';
import { inShell } from '../text/wording.ts';

/** The name and title in the template, which are replaced in every file. */
const SAMPLE = { name: 'sample-product', title: 'Sample Product' };

export default command({
  arguments: [{ name: 'DIR', says: 'the folder to write to; the system gets its name' }],
  options: {},
  notes: ['It is a system of six statuses, with a scenario and a test. Existing files are not overwritten.'],
  examples: [{ run: 'lifecycle init zimbra', says: 'a system called zimbra, in a folder of its own' }],
  async run({ args: [dir = ''] }, { out }) {
    const root = fileInPackage('');
    const template = join(root, 'template');
    const target = resolve(dir);
    const files = readdirSync(template).sort();
    const taken = files.find((file) => existsSync(join(target, file)));
    if (taken !== undefined) {
      throw new Complaint(`${show(join(dir, taken))} is there already`, 'name another folder');
    }
    const name = nameOf(target);
    const title = name.replace(/(^|-)(.)/g, (_, dash, letter) => (dash ? ' ' : '') + letter.toUpperCase());
    const named = (file: string): string => {
      const text = readFileSync(join(template, file), 'utf8');
      const own = text.replaceAll(SAMPLE.name, name).replaceAll(SAMPLE.title, title);
      return file === 'package.json' ? own.replace('"*"', JSON.stringify(sourceOf(root, target))) : own;
    };
    saveNew(dir, new Map(files.map((file) => [file, named(file)])));
    const list = files.map((file) => harmless(join(dir, file)));
    out.write(`${list.join('\n')}\n\nNext: cd ${inShell(dir)} && npm install && npm test\n`);
    return 0;
  },
});

/** A system's name from the folder's: lower-case letters, digits and dashes. */
function nameOf(folder: string): string {
  const words =
    basename(folder)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const name = words.join('-');
  return /^[a-z]/.test(name) ? name : ['system', ...words].join('-');
}

/** Where npm finds this package: a clone, the tarball that it was installed from, or the registry. */
function sourceOf(root: string, target: string): string {
  const modules = dirname(root);
  if (basename(modules) !== 'node_modules') return `file:${relative(target, root)}`;
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const lock = join(modules, '.package-lock.json');
  const { packages = {} } = existsSync(lock) ? (JSON.parse(readFileSync(lock, 'utf8')) as Lock) : {};
  const resolved = packages[`node_modules/${basename(root)}`]?.resolved;
  if (!resolved?.startsWith('file:')) return `^${version}`;
  return `file:${relative(target, resolve(dirname(modules), resolved.slice('file:'.length)))}`;
}

interface Lock {
  readonly packages?: { readonly [path: string]: { readonly resolved?: string } };
}

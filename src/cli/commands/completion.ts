import { unknown } from '../../scenario/complaint.ts';
import { type Command, command } from '../command.ts';
import { type Completed, optionsOf, scripts } from '../completion.ts';
import { allSystems, systemNames } from '../systems.ts';
import { isGroup, verbs } from '../verbs.ts';

export default command({
  summary: 'print a completion script for bash, zsh or fish',
  arguments: [{ name: 'SHELL', says: 'bash, zsh or fish' }],
  options: {},
  notes: [
    'It completes verbs, options, systems, kinds of entities, and files. It is made from the same data as the help.',
  ],
  examples: [
    { run: 'eval "$(lifecycle completion bash)"', says: 'in ~/.bashrc; with zsh in ~/.zshrc' },
    { run: 'lifecycle completion fish >~/.config/fish/completions/lifecycle.fish', says: 'once' },
  ],
  async run({ args: [shell = ''] }, { out }) {
    const script = Object.hasOwn(scripts, shell) ? scripts[shell as keyof typeof scripts] : undefined;
    if (!script) throw unknown('shell', shell, Object.keys(scripts), 'it is one of bash, zsh, fish');
    out.write(script(await completed()));
    await out.flush();
    return 0;
  },
});

async function completed(): Promise<Completed[]> {
  const systems = await allSystems();
  const kinds = [...new Set(systems.flatMap(({ entities }) => Object.keys(entities)))];
  const of = (words: string, each: Command): Completed => ({
    words,
    values: each.arguments[0]?.name.startsWith('ENTITY') ? kinds : [],
    options: optionsOf(each, systemNames),
  });
  const all: Completed[] = [{ words: '', values: Object.keys(verbs), options: [] }];
  for (const [verb, entry] of Object.entries(verbs)) {
    if (isGroup(entry)) {
      all.push({ words: verb, values: Object.keys(entry.verbs), options: [] });
      for (const [inner, load] of Object.entries(entry.verbs)) all.push(of(`${verb} ${inner}`, (await load()).default));
    } else all.push(of(verb, (await entry()).default));
  }
  return all;
}

import { type Command, command } from '../command.ts';
import { type Completed, optionsOf, scripts, type VerbWords } from '../completion.ts';
import { oneOf } from '../one-of.ts';
import { lookUpAll, systemNames } from '../systems.ts';

/** The verb that prints completions of all verbs, itself included. */
export const completionOf = (verbs: () => Promise<readonly VerbWords[]>): Command =>
  command({
    arguments: [{ name: 'SHELL', says: 'bash, zsh or fish' }],
    options: {},
    notes: ['It completes verbs, options, systems, kinds of entities, and files.'],
    examples: [
      { run: 'eval "$(lifecycle completion bash)"', says: 'in ~/.bashrc; with zsh in ~/.zshrc' },
      { run: 'lifecycle completion fish >~/.config/fish/completions/lifecycle.fish', says: 'once' },
    ],
    async run({ args: [shell = ''] }, { out }) {
      const script = scripts[oneOf('shell', shell, ['bash', 'zsh', 'fish'])];
      out.write(script(await completed(await verbs())));
      return 0;
    },
  });

async function completed(verbs: readonly VerbWords[]): Promise<Completed[]> {
  const lookups = await lookUpAll();
  const kinds = [...new Set(lookups.flatMap(({ outline }) => Object.keys(outline.entities)))];
  return verbs.map(({ words, followed, command: each }) => ({
    words,
    values: each?.arguments[0]?.name.startsWith('ENTITY') ? kinds : followed,
    options: each ? optionsOf(each, systemNames) : [],
  }));
}

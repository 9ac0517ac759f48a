import { unknown } from '../../scenario/complaint.ts';
import { type Command, command } from '../command.ts';
import { type Completed, optionsOf, scripts } from '../completion.ts';
import { lookUpAll, systemNames } from '../systems.ts';

/** The verb that writes completions of all verbs, itself included. */
export const completionOf = (verbs: () => Promise<readonly Verb[]>): Command =>
  command({
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
      out.write(script(await completed(await verbs())));
      await out.flush();
      return 0;
    },
  });

/** A verb or a group: its words, what may follow them, and the command, which a group has not. */
export interface Verb {
  readonly words: string;
  readonly followed: readonly string[];
  readonly command?: Command;
}

async function completed(verbs: readonly Verb[]): Promise<Completed[]> {
  const lookups = await lookUpAll();
  const kinds = [...new Set(lookups.flatMap(({ outline }) => Object.keys(outline.entities)))];
  return verbs.map(({ words, followed, command: each }) => ({
    words,
    values: each?.arguments[0]?.name.startsWith('ENTITY') ? kinds : followed,
    options: each ? optionsOf(each, systemNames) : [],
  }));
}

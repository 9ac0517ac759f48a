import type { Command } from './command.ts';

/** A verb, a group of verbs, or the program itself. */
export interface VerbWords {
  /** `explain`, `gate check`; empty for the program itself. */
  readonly words: string;
  /** The verbs that may follow. */
  readonly followed: readonly string[];
  /** Undefined for a group. */
  readonly command?: Command;
}

/** What may follow some words on the command line. */
export interface Completed {
  readonly words: string;
  /** Verbs, or the values of the first argument if it takes one of some words. */
  readonly values: readonly string[];
  readonly options: readonly CompletedOption[];
}

interface CompletedOption {
  readonly name: string;
  readonly says: string;
  /** The values that it takes; empty for a file. Undefined if it takes none. */
  readonly values?: readonly string[];
}

/** The options of a verb, from the same data as its help. */
export const optionsOf = ({ options }: Command, systems: readonly string[]): Completed['options'] =>
  [...Object.entries(options), ['help', { says: 'print this help' }] as const].map(([name, option]) => ({
    name: `--${name}`,
    says: option.says,
    ...('value' in option ? { values: name === 'system' ? systems : [] } : {}),
  }));

/** The script for each shell. */
export const scripts = { bash, zsh, fish } as const;

function bash(all: readonly Completed[]): string {
  const cases = all.map(({ words, values, options }) => {
    const names = options.map(({ name }) => name);
    return `      '${words}') words='${values.join(' ')}' options='${names.join(' ')}';;\n`;
  });
  const byOption = all.flatMap(({ words, options }) =>
    options.flatMap(({ name, values }) => (values ? [`    '${words}|${name}') words='${values.join(' ')}';;\n`] : [])),
  );
  // The `compgen` of zsh does not filter by prefix, so the function does.
  return `# eval "$(lifecycle completion bash)"
_lifecycle() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} verb= words= options=
  [[ $COMP_CWORD -gt 1 ]] && verb=\${COMP_WORDS[1]}
  [[ $verb == gate && $COMP_CWORD -gt 2 ]] && verb="gate \${COMP_WORDS[2]}"
  case "$verb|$prev" in
${byOption.join('')}    *) case "$verb" in
${cases.join('')}    esac;;
  esac
  [[ $cur == -* ]] && words=$options
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  [[ $cur != -* && ( -z $words || " $words" != *" $cur"* ) ]] && COMPREPLY=($(compgen -f -- "$cur"))
}
complete -o filenames -F _lifecycle lifecycle
`;
}

/** The bash script, which zsh can run. */
function zsh(all: readonly Completed[]): string {
  return `#compdef lifecycle
# eval "$(lifecycle completion zsh)"
autoload -Uz bashcompinit && bashcompinit
${bash(all).split('\n').slice(1).join('\n')}`;
}

function fish(all: readonly Completed[]): string {
  const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const lines = all.flatMap(({ words, values, options }) => {
    const seen = words.split(' ').map((word) => `__fish_seen_subcommand_from ${word}`);
    const when = quoted(words === '' ? '__fish_use_subcommand' : seen.join('; and '));
    // Only these words may follow, and only once.
    const once = quoted(`${when.slice(1, -1)}; and not __fish_seen_subcommand_from ${values.join(' ')}`);
    const first = values.length > 0 ? [`complete -c lifecycle -n ${once} -f -a ${quoted(values.join(' '))}`] : [];
    const flags = options.map(({ name, says, values: given }) => {
      const value = given === undefined ? '' : given.length > 0 ? ` -x -a ${quoted(given.join(' '))}` : ' -r';
      return `complete -c lifecycle -n ${when} -l ${name.slice(2)} -d ${quoted(says)}${value}`;
    });
    return [...first, ...flags];
  });
  return `# lifecycle completion fish | source\n${lines.join('\n')}\n`;
}

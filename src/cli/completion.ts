import type { Command } from './command.ts';

/** What can stand on a command line behind these words. */
export interface Completed {
  /** `explain`, `gate check`; empty for the beginning. */
  readonly words: string;
  /** Verbs, or what the first argument may be where that is one of some words. */
  readonly values: readonly string[];
  readonly options: readonly CompletedOption[];
}

export interface CompletedOption {
  readonly name: string;
  readonly says: string;
  /** It takes a value: one of these, or a file where none are named. */
  readonly values?: readonly string[];
}

/** What completes the options of a verb: the same data as its help. */
export const optionsOf = ({ options }: Command, systems: readonly string[]): Completed['options'] =>
  [...Object.entries(options), ['help', { says: 'print this help' }] as const].map(([name, option]) => ({
    name: `--${name}`,
    says: option.says,
    ...('value' in option ? { values: name === 'system' ? systems : [] } : {}),
  }));

/** A completion script for a shell. */
export const scripts = { bash, zsh, fish } as const;

function bash(all: readonly Completed[]): string {
  const cases = all.map(({ words, values, options }) => {
    const names = options.map(({ name }) => name);
    return `      '${words}') words='${values.join(' ')}' options='${names.join(' ')}';;\n`;
  });
  // The `compgen` of zsh does not look at how a word begins, so the function itself does.
  return `# eval "$(lifecycle completion bash)"
_lifecycle() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} verb= words= options=
  [[ $COMP_CWORD -gt 1 ]] && verb=\${COMP_WORDS[1]}
  [[ $verb == gate && $COMP_CWORD -gt 2 ]] && verb="gate \${COMP_WORDS[2]}"
  case "$verb|$prev" in
${valuesByOption(all)
  .map(([words, option, values]) => `    '${words}|${option}') words='${values.join(' ')}';;\n`)
  .join('')}    *) case "$verb" in
${cases.join('')}    esac;;
  esac
  [[ $cur == -* ]] && words=$options
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  [[ $cur != -* && ( -z $words || " $words" != *" $cur"* ) ]] && COMPREPLY=($(compgen -f -- "$cur"))
}
complete -o filenames -F _lifecycle lifecycle
`;
}

/** The same function: zsh reads the scripts of bash. */
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
    // Nothing else can stand there, and each of them once.
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

const valuesByOption = (all: readonly Completed[]): (readonly [string, string, readonly string[]])[] =>
  all.flatMap(({ words, options }) =>
    options.flatMap(({ name, values }) => (values ? [[words, name, values] as const] : [])),
  );

import type { EventSpec, Lifecycle, System } from '../../../model/index.ts';

/** Commands of a session that are not lines of a scenario. */
const WORDS = ['undo', 'redo', 'save', '?', 'exit'] as const;

/** Completions of the last word of a line, and the word itself. */
export function complete(system: System, entities: readonly string[], line: string): [string[], string] {
  const words = line.split(/\s+/);
  const word = words.pop() ?? '';
  const fitting = candidates(system, entities, words, word).filter((each) => each.startsWith(word));
  return [fitting, word];
}

function candidates(system: System, known: readonly string[], before: readonly string[], word: string): string[] {
  const [first, event, ...rest] = before;
  if (first === undefined) {
    const kinds = Object.keys(system.entities);
    return [...new Set([...kinds, ...known.filter((key) => !key.endsWith(':1'))]), 'given', 'wait', ...WORDS];
  }
  if (first === 'given') return event === undefined ? ['ready'] : [];
  if (first === '?') return event === undefined ? [...Object.keys(system.entities), ...known] : [];
  const lifecycle = system.entities[first.split(':')[0] ?? ''];
  if (before.includes('=>')) return expectations(lifecycle);
  if (lifecycle === undefined) return [];
  if (event === undefined) return [...Object.keys(lifecycle.commands), ...Object.keys(lifecycle.reports)];
  return parameters(lifecycle.commands[event] ?? lifecycle.reports[event], rest, word);
}

function parameters(spec: EventSpec | undefined, given: readonly string[], word: string): string[] {
  const params = spec?.params ?? {};
  const [key = '', value] = word.split('=');
  const form = params[key]?.is;
  if (value !== undefined && form !== undefined) return 'one' in form ? form.one.map((each) => `${key}=${each}`) : [];
  const taken = given.map((each) => each.split('=')[0]);
  return [
    ...Object.keys(params)
      .filter((each) => !taken.includes(each))
      .map((each) => `${each}=`),
    '=>',
  ];
}

function expectations(lifecycle: Lifecycle | undefined): string[] {
  const statuses = Object.entries(lifecycle?.phases ?? {}).flatMap(([phase, codes]) =>
    Object.keys(codes).map((status) => `${phase}:${status}`),
  );
  return ['accepted', 'rejected', 'applied', 'ignored', ...statuses];
}

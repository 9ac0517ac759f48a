import type MiniSearch from 'minisearch';
import type { SearchResult } from 'minisearch';
import { make } from './make.ts';

/** A page that the search can find. */
interface Entry {
  readonly id: number;
  readonly title: string;
  /** `code`, `command`, `entity`, … */
  readonly kind: string;
  readonly system: string;
  /** From the root of the site. */
  readonly url: string;
  readonly words: string;
}

const MOST = 30;

/** The root of the site. This module is in a folder directly below it. */
const root = new URL('../', import.meta.url);
let index: Promise<MiniSearch<Entry>> | undefined;

const load = async (): Promise<MiniSearch<Entry>> => {
  const [entries, { default: MiniSearch }] = await Promise.all([
    fetch(new URL('search.json', root)).then((answer) => answer.json() as Promise<Omit<Entry, 'id'>[]>),
    import('minisearch'),
  ]);
  const search = new MiniSearch<Entry>({
    fields: ['title', 'words', 'system'],
    storeFields: ['title', 'kind', 'system', 'url', 'words'],
    tokenize: (text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u),
    searchOptions: { prefix: true, fuzzy: 0.15, boost: { title: 4 }, combineWith: 'AND' },
  });
  search.addAll(entries.map((entry, id) => ({ ...entry, id })));
  return search;
};

const input = make('input', {
  type: 'search',
  placeholder: 'a code, a name, a word',
  'aria-label': 'Search for a code, a name or a word',
  autocomplete: 'off',
});
const list = make('ul', { 'aria-label': 'Found' });
const count = make('p', { role: 'status' });
const dialog = make('dialog', { class: 'search', 'aria-label': 'Search' }, input, count, list);
document.body.append(dialog);

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-search]')) {
  button.hidden = false;
  button.addEventListener('click', show);
}

addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
  event.preventDefault();
  show();
});

dialog.addEventListener('keydown', (event) => {
  const links = [...list.querySelectorAll('a')];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  if (event.key === 'Enter' && document.activeElement === input) links[0]?.click();
  else if (event.key === 'ArrowDown') links[Math.min(at + 1, links.length - 1)]?.focus();
  else if (event.key === 'ArrowUp') (at > 0 ? links[at - 1] : input)?.focus();
  else return;
  event.preventDefault();
});

// A click outside the dialog closes it.
dialog.addEventListener('click', (event) => {
  if (event.target === dialog) dialog.close();
});

input.addEventListener('input', async () => {
  const asked = input.value;
  const search = await loaded();
  if (asked !== input.value) return;
  const found = search?.search(asked) ?? [];
  count.textContent = search
    ? asked === ''
      ? ''
      : `${found.length} found`
    : 'The search could not be loaded. Try again.';
  list.replaceChildren(...found.slice(0, MOST).map(rowOf));
});

/** The index; undefined if it could not be loaded. The next call tries again. */
async function loaded(): Promise<MiniSearch<Entry> | undefined> {
  index ??= load();
  try {
    return await index;
  } catch {
    index = undefined;
    return undefined;
  }
}

function show(): void {
  void loaded();
  dialog.showModal();
  input.select();
}

function rowOf({ title, kind, system, url, words }: SearchResult): HTMLLIElement {
  const where = make('small', {}, `${system} ${kind}`);
  const says = make('span', {}, String(words).slice(0, 140));
  const link = make('a', { href: new URL(url, root).href }, make('strong', {}, title), ' ', where, says);
  return make('li', {}, link);
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}

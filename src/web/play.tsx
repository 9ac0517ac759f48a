import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { fragmentOf, LinkError, type Shared, sharedIn } from '../link/fragment.ts';
import { App } from './app.tsx';
import { keepFocus } from './keep-focus.ts';
import { Playground } from './model.ts';
import { listenForViews } from './shown.ts';
import { Store } from './store.ts';
import { loadSystem, type Offered } from './systems.ts';
import { Ways } from './ways.ts';

const root = document.querySelector<HTMLElement>('#play') as HTMLElement;
const offered = offeredBy(root);
const ways = new Ways();
const embedded = new URLSearchParams(location.search).has('embed');
document.documentElement.classList.toggle('embedded', embedded);

/** The playground of the system that is open. */
const current = signal<Playground | undefined>(undefined);
let written = '';

await open(await fromLink());
addEventListener('hashchange', async () => {
  if (location.hash.slice(1) !== written) await open(await fromLink());
});
addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || isField(event.target)) return;
  const key = event.key.toLowerCase();
  if (key !== 'z' && key !== 'y') return;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) current.value?.store.redo();
  else current.value?.store.undo();
});
listenForViews(current);
keepFocus();

/** The systems that the page offers; the addresses of their modules are made absolute. */
function offeredBy({ dataset }: HTMLElement): readonly Offered[] {
  const list = JSON.parse(dataset.systems ?? '[]') as readonly Offered[];
  return list.map((each) =>
    each.module === undefined ? each : { ...each, module: new URL(each.module, location.href).href },
  );
}

/** The session in the address. A bad link gives an empty session of the first system, and a sentence that says why. */
async function fromLink(): Promise<Shared & { readonly notice?: string }> {
  const empty = { system: offered[0]?.name ?? '', scenario: 'given ready\n' };
  const fragment = location.hash.slice(1);
  if (fragment === '') return empty;
  const named = offered.find(({ name }) => name === fragment);
  if (named) return { ...empty, system: named.name };
  try {
    const shared = await sharedIn(fragment);
    if (offered.some(({ name }) => name === shared.system)) return shared;
    throw new LinkError(`The link is to a system that this page does not have: ${shared.system.slice(0, 40)}.`);
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    return { ...empty, scenario: '', notice: `${error.message} This is an empty session.` };
  }
}

/** Opens a session. If its system cannot be loaded, the page stays as it was, and says so. */
async function open({ system, scenario, turns, entity, notice }: Shared & { readonly notice?: string }): Promise<void> {
  const which = offered.find(({ name }) => name === system) as Offered;
  const loaded = await loadSystem(which).catch((error: unknown) => {
    const says = `${which.title} could not be loaded: ${error instanceof Error ? error.message : error}`;
    if (current.value) current.value.store.notice.value = says;
    else root.textContent = says;
  });
  if (!loaded) return;
  const store = new Store(loaded, scenario, turns);
  if (entity !== undefined && store.has(entity)) store.choose(entity);
  if (store.problems.value.length > 0 && store.turns.value.length === 0) {
    store.notice.value = 'The scenario cannot be read as a whole; see the lines named beside it.';
  }
  if (notice !== undefined) store.notice.value = notice;
  current.value = new Playground(store, which, ways);
}

/** The address holds the whole state. A state that is too long for a link leaves the address as it was. */
let timer = 0;
effect(() => {
  const page = current.value;
  if (!page?.isDrawn.value) return;
  const { store } = page;
  const shared = sharedOf(store);
  clearTimeout(timer);
  timer = setTimeout(async () => {
    const fragment = await fragmentOf(shared).catch(() => undefined);
    if (fragment === undefined || current.peek()?.store !== store) return;
    written = fragment;
    history.replaceState(null, '', `#${fragment}`);
  }, 200);
});

effect(() => {
  const page = current.value;
  if (!page) return;
  if (root.hasAttribute('aria-busy')) root.replaceChildren();
  root.removeAttribute('aria-busy');
  render(<App key={page} page={page} embedded={embedded} share={share} systems={<Systems page={page} />} />, root);
});

function sharedOf(store: Store): Shared {
  const done = store.turns.value.length;
  return {
    system: store.system.name,
    scenario: store.text.value,
    entity: store.chosen.value,
    ...(store.undone.value.length > 0 ? { turns: done } : {}),
  };
}

async function share(): Promise<void> {
  const store = current.value?.store;
  if (!store) return;
  try {
    const url = new URL(`#${await fragmentOf(sharedOf(store))}`, location.href).href;
    await navigator.clipboard.writeText(url);
    store.notice.value = 'The link is copied.';
  } catch (error) {
    store.notice.value = error instanceof LinkError ? error.message : 'Copy the address of this page: it is the link.';
  }
}

function Systems({ page }: { page: Playground }) {
  if (offered.length === 1) return <strong>{page.store.system.title}</strong>;
  return (
    <label>
      <span class="visually-hidden">System</span>
      <select
        value={page.offered.name}
        onChange={async ({ currentTarget }) => {
          await open({ system: currentTarget.value, scenario: 'given ready\n' });
          currentTarget.value = current.peek()?.offered.name ?? '';
        }}
      >
        {offered.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'range');
}

import { enabledIn } from './gating.js';

const given = new URLSearchParams(location.search);
// With ?mock nothing leaves the page; with ?api=ADDRESS it asks there; otherwise where it comes from.
if (given.has('mock')) await (await import('./mock.js')).start();
const api = given.get('api') ?? '';
const account = `${api}/v1/account/1`;

const buttons = document.querySelectorAll('[data-command]');
const message = document.querySelector('[role=status]');

function show(view) {
  const rows = Object.entries(view.phases).map(([phase, status]) => {
    const [name, value] = [document.createElement('dt'), document.createElement('dd')];
    name.textContent = phase;
    value.textContent = status ?? 'not yet';
    value.dataset.phase = phase;
    return [name, value];
  });
  document.getElementById('phases').replaceChildren(...rows.flat());
  const enabled = enabledIn(view);
  for (const button of buttons) button.disabled = !enabled[button.dataset.command];
}

let asked = 0;

/** Shows the account as it is now; of answers that overtake each other only the newest. */
async function refresh() {
  asked += 1;
  const mine = asked;
  const view = await (await fetch(account)).json();
  if (mine === asked) show(view);
}

for (const button of buttons) {
  button.addEventListener('click', async () => {
    const response = await fetch(`${account}/${button.dataset.command}`, { method: 'POST' });
    const { code, detail } = await response.json();
    message.textContent = response.ok ? '' : `${code}: ${detail}`;
    await refresh();
  });
}

if (given.has('check')) {
  // lifecycle gate check --page shows one situation after another.
  addEventListener('message', ({ origin, data }) => {
    if (origin !== location.origin || data?.type !== 'lifecycle:view') return;
    show(data.view);
    postMessage({ type: 'lifecycle:shown', id: data.id }, location.origin);
  });
} else {
  // What happened before the stream was open, or is no longer in it, is in the account itself.
  const events = new EventSource(`${api}/v1/events`);
  for (const type of ['open', 'message', 'reset']) events.addEventListener(type, refresh);
  await refresh();
}

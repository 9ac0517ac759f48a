import { faults } from './faults.js';
import { works } from './gating.js';

/**
 * The page: it is given a view of a job by a message, and shows its phases, and a button for each command, enabled or with
 * the reason why not. Which gating it goes by is in its address: `?variant=forgets-stopping`.
 */

const asked = new URLSearchParams(location.search).get('variant');
const fault = faults.find(({ name }) => name === asked);
const variant = fault?.name ?? 'right';
const { default: gating } = await import(`./variants/${variant}.js`);

const rows = [
  { title: 'Job', commands: { create: 'Create', delete: 'Delete' } },
  { title: 'Settings', commands: { 'config.update': 'Change settings' } },
  ...works.map(({ word, label }) => ({
    title: label,
    commands: { [`${word}.start`]: 'Start', [`${word}.stop`]: 'Stop' },
  })),
  { title: 'True-Up review', commands: { 'sync.confirm': 'Confirm' } },
  { title: 'Schedule', commands: { 'schedule.create': 'Plan', 'schedule.stop': 'End' } },
];

const tones = {
  SUCCEEDED: 'good',
  SKIPPED: 'good',
  ACTIVE: 'good',
  FAILED: 'bad',
  DEACTIVATED: 'bad',
  QUEUED: 'busy',
  RUNNING: 'busy',
  STOPPING: 'busy',
  PAUSED: 'busy',
  SUSPENDED: 'busy',
};

/** What the page says of the facts, where there is something to say. */
const remarks = [
  ['agentUpgrade', 'RUNNING', 'The agent is being upgraded.'],
  ['agentUpgrade', 'SCHEDULED', 'The agent waits for its upgrade.'],
  ['linkUnstable', true, "The agent's link is unstable."],
  ['awaitingReview', true, 'True-Up awaits review.'],
  ['destinationConflict', true, 'Another job has the same destination.'],
  ['destinationForbidden', true, 'The destination may not be written.'],
  ['filesOverLimit', true, 'There are more files than may be migrated.'],
  ['bytesOverLimit', true, 'There are more bytes than may be migrated.'],
  ['activeJobsAtLimit', true, 'As many other jobs are active as may be.'],
  ['schedulerEnabled', false, "The agent's scheduler is off."],
  ['sanitizeLocked', true, 'Sanitizing is locked.'],
];

const $ = (id) => document.getElementById(id);

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** A button, and below it the reason why it cannot be pressed. */
function control(command, label, title) {
  const why = element('span', { className: 'why', id: `why-${command}` });
  const button = element('button', { type: 'button', textContent: label, disabled: true });
  button.dataset.command = command;
  button.setAttribute('aria-label', `${label}: ${title}`);
  button.setAttribute('aria-describedby', why.id);
  const show = ({ enabled, code, reason = '' }) => {
    button.disabled = !enabled;
    if (enabled) delete button.dataset.code;
    else button.dataset.code = code;
    why.textContent = enabled ? '' : `${reason} (${code})`;
  };
  return { command, show, node: element('div', { className: 'control' }, button, why) };
}

const controls = rows.flatMap(({ title, commands }) => {
  const made = Object.entries(commands).map(([command, label]) => control(command, label, title));
  $('commands').append(
    element('div', { className: 'row' }, element('h3', { textContent: title }), ...made.map(({ node }) => node)),
  );
  return made;
});

function toned(node, status, none) {
  node.textContent = status ?? none;
  node.dataset.tone = tones[status] ?? (status === null ? 'none' : '');
  return node;
}

function show(view) {
  $('entity').textContent = view.entity;
  toned($('agent'), view.agent, 'no agent').textContent = view.agent === null ? 'no agent' : `Agent ${view.agent}`;
  $('phases').replaceChildren(
    ...Object.entries(view.phases).flatMap(([phase, status]) => [
      element('dt', { textContent: phase.toLowerCase().replaceAll('_', ' ') }),
      toned(element('dd'), status, 'not run'),
    ]),
  );
  const said = remarks.filter(([fact, value]) => view.facts[fact] === value).map(([, , text]) => text);
  $('facts').replaceChildren(
    ...(said.length > 0 ? said : ['Nothing to remark.']).map((text) => element('li', { textContent: text })),
  );
  for (const each of controls) each.show(gating(each.command, view));
}

/** A job that was just created, and scanned. */
const scanned = {
  entity: 'job:1',
  phases: {
    CREATE_MIGRATION: 'SUCCEEDED',
    META_MIGRATE_DATA: null,
    SCAN: 'SUCCEEDED',
    SANITIZE: null,
    MIGRATE_DATA: null,
    DATA_UPLOAD: null,
    ASYNC_COPY: null,
    CREATE_EMPTY_FOLDERS: null,
    DATA_SYNC: null,
    MIGRATE_PERMISSIONS: null,
    SIMULATE_PERMISSIONS: null,
    FINALIZE_MIGRATION: null,
    SCHEDULE_JOB: null,
  },
  agent: 'ACTIVE',
  facts: {
    active: null,
    awaitingReview: false,
    agentUpgrade: null,
    linkUnstable: false,
    destinationConflict: false,
    destinationForbidden: false,
    filesOverLimit: false,
    bytesOverLimit: false,
    activeJobsAtLimit: false,
    schedulerEnabled: true,
    sanitizeLocked: false,
  },
};

$('variant').append(
  ...['right', ...faults.map(({ name }) => name)].map((name) => new Option(name, name, false, name === variant)),
);
$('variant').addEventListener('change', ({ target }) => {
  location.search = `?variant=${target.value}`;
});
if (fault) {
  $('fault').textContent = `This variant ${fault.says}.`;
  $('fault').hidden = false;
}

show(scanned);
addEventListener('message', ({ origin, data }) => {
  // Only this page's own window tells it what to show: a check, or its developer at the console.
  if (origin !== location.origin || data?.type !== 'lifecycle:view') return;
  show(data.view);
  postMessage({ type: 'lifecycle:shown', id: data.id }, location.origin);
});

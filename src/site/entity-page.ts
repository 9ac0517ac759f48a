import { addressOf, linkFrom } from '../link/addresses.ts';
import { isPhase, type Lifecycle, type System } from '../model/index.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { codeLink } from './pieces.ts';
import type { SiteSystem } from './site-system.ts';

/** The phases that have a picture of their own: an entity of one phase is its phase. */
export function picturesOf({ chart }: Lifecycle): readonly (string | undefined)[] {
  const phases = Object.keys(chart.states).filter(isPhase);
  return phases.length > 1 ? phases : [undefined];
}

/** The file of a picture, beside the entity's page. */
export const pictureName = (phase: string | undefined): string => `${phase ?? 'states'}.svg`;

/** The page of an entity: its phases and statuses, its commands and reports, the facts that its gates ask about. */
export function entityPage({ system, answers }: SiteSystem, lifecycle: Lifecycle): Page {
  const { kind, commands, reports, phases, facts } = lifecycle;
  const path = addressOf.entity(system.name, kind);
  const situations = answers?.entities[kind]?.situations;
  return {
    path,
    title: `${kind} · ${system.title}`,
    says: `The ${kind} of ${system.title}: its statuses, commands and reports`,
    above: [{ name: system.title, path: addressOf.system(system.name) }],
    body: html`<article>
<h1>${kind}</h1>
<p class="lead">${amount(Object.keys(phases).length, 'phase')}, ${amount(Object.keys(commands).length, 'command')}, ${amount(Object.keys(reports).length, 'report')}${situations === undefined ? '' : `, ${grouped(situations)} situations`}.</p>
${Object.keys(commands).length === 0 ? '' : html`<h2>Commands</h2>${commandList(system, lifecycle, path)}`}
${Object.keys(reports).length === 0 ? '' : html`<h2>Reports</h2><dl class="list">${Object.entries(reports).map(([name, { says }]) => html`<div><dt><code>${name}</code></dt><dd>${says}</dd></div>`)}</dl>`}
<h2>Phases</h2>
${Object.entries(phases).map(([phase, statuses]) => phaseOf(system, lifecycle, phase, statuses, path))}
${Object.keys(phases).length === 0 ? picture(kind, undefined) : ''}
${Object.keys(facts).length === 0 ? '' : html`<h2>Facts that gates ask about</h2><dl class="list">${Object.entries(facts).map(([name, fact]) => html`<div><dt><code>${name}</code></dt><dd>${Object.entries(fact.says).map(([value, says]) => html`${value}: ${says}. `)}</dd></div>`)}</dl>`}
</article>`,
  };
}

const amount = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

const commandList = (system: System, { kind, commands, rules }: Lifecycle, path: string): Html =>
  html`<dl class="list">${Object.entries(commands).map(
    ([name, { says }]) =>
      html`<div><dt><a href="${linkFrom(path, addressOf.command(system.name, kind, name))}">${name}</a></dt><dd>${says} <span class="faint">${amount(rules[name]?.length ?? 0, 'gate')}</span></dd></div>
`,
  )}</dl>`;

function phaseOf(
  system: System,
  lifecycle: Lifecycle,
  phase: string,
  statuses: Lifecycle['phases'][string],
  path: string,
): Html {
  const own = picturesOf(lifecycle);
  const shown = own.includes(phase)
    ? picture(lifecycle.kind, phase)
    : own[0] === undefined
      ? picture(lifecycle.kind, undefined)
      : '';
  return html`<section id="${phase}"><h3>${phase}</h3>
<ul class="statuses">${Object.entries(statuses).map(
    ([status, code]) => html`<li>${status} ${code === null ? '' : codeLink(system, code, path)}</li>`,
  )}</ul>
${shown}</section>`;
}

const picture = (kind: string, phase: string | undefined): Html =>
  html`<figure class="scroll" tabindex="0" aria-label="${phase ?? kind}"><img src="${pictureName(phase)}" alt="The statuses of ${phase ?? kind}, and what leads from one to another" loading="lazy"></figure>`;

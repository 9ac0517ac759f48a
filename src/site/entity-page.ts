import { addressOf, linkFrom } from '../link/addresses.ts';
import type { Lifecycle, System } from '../model/index.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { hasMatrix } from './matrix-page.ts';
import { picture } from './phase-page.ts';
import { above, codeLink, commandLink, contentsOf, counted, phaseLink } from './pieces.ts';
import type { SiteSystem } from './site-system.ts';

/** The page of an entity: its phases and statuses, its commands and reports, the facts that its gates ask about. */
export function entityPage(part: SiteSystem, lifecycle: Lifecycle): Page {
  const { system, answers } = part;
  const { kind, commands, reports, phases, facts } = lifecycle;
  const path = addressOf.entity(system.name, kind);
  const situations = answers?.entities[kind]?.situations;
  const size = situations === undefined ? '' : `${grouped(situations)} situation${situations === '1' ? '' : 's'}`;
  const lead = [contentsOf(lifecycle), size].filter((words) => words !== '').join(', ');
  return {
    path,
    title: `${kind} · ${system.title}`,
    says: `The ${kind} of ${system.title}: its statuses, commands and reports`,
    above: above(system),
    body: html`<article>
<h1>${kind}</h1>
<p class="lead">${lead}.</p>
${hasMatrix(part, lifecycle) ? html`<p><a href="${linkFrom(path, addressOf.matrix(system.name, kind))}">Every command in every status</a></p>` : ''}
${Object.keys(commands).length === 0 ? '' : html`<h2>Commands</h2>${commandList(system, lifecycle, path)}`}
${Object.keys(reports).length === 0 ? '' : html`<h2>Reports</h2><dl class="list">${Object.entries(reports).map(([name, { says }]) => html`<div><dt><code>${name}</code></dt><dd>${says}</dd></div>`)}</dl>`}
<h2>Phases</h2>
${Object.entries(phases).map(([phase, statuses]) => phaseOf(system, lifecycle, phase, statuses, path))}
${Object.keys(phases).length === 0 ? picture(system, lifecycle, kind, path) : ''}
${Object.keys(facts).length === 0 ? '' : html`<h2>Facts that gates ask about</h2><dl class="list">${Object.entries(facts).map(([name, fact]) => html`<div><dt><code>${name}</code></dt><dd>${Object.entries(fact.says).map(([value, says]) => html`${value}: ${says}. `)}</dd></div>`)}</dl>`}
</article>`,
  };
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

const commandList = (system: System, { kind, commands, rules }: Lifecycle, path: string): Html =>
  html`<dl class="list">${Object.entries(commands).map(
    ([name, { says }]) =>
      html`<div><dt>${commandLink(system, kind, name, path)}</dt><dd>${says} <span class="faint">${counted(rules[name]?.length ?? 0, 'gate')}</span></dd></div>
`,
  )}</dl>`;

function phaseOf(
  system: System,
  lifecycle: Lifecycle,
  phase: string,
  statuses: Lifecycle['phases'][string],
  path: string,
): Html {
  return html`<section id="${phase}"><h3>${phaseLink(system, lifecycle.kind, phase, path)}</h3>
<ul class="statuses">${Object.entries(statuses).map(
    ([status, code]) => html`<li>${status} ${code === null ? '' : codeLink(system, code, path)}</li>`,
  )}</ul>
${picture(system, lifecycle, phase, path)}</section>`;
}

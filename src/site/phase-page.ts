import { addressOf, linkFrom, picturesOf } from '../link/addresses.ts';
import { type Code, groupedBy, type Lifecycle, type System, stateTitle } from '../model/index.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { hasMatrix } from './matrix-page.ts';
import { above, codeLink, eventLinks, phaseLink, scrolled } from './pieces.ts';
import type { SiteSystem } from './site-system.ts';

/** The page of a phase: its statuses with their codes, the picture, and the same transitions as a table. */
export function phasePage(part: SiteSystem, lifecycle: Lifecycle, phase: string): Page {
  const { system, answers } = part;
  const { kind, phases } = lifecycle;
  const path = addressOf.phase(system.name, kind, phase);
  const arrows = answers?.entities[kind]?.arrows.filter(([of]) => of === phase) ?? [];
  return {
    path,
    title: `${kind} ${phase} · ${system.title}`,
    says: `${phase} of the ${kind}: its statuses, and what leads from one to another`,
    above: above(system, kind),
    body: html`<article>
<h1>${kind} ${phase}</h1>
<h2>Statuses</h2>
<dl class="list">${Object.entries(phases[phase] ?? {}).map(
      ([status, code]) =>
        html`<div><dt>${status}</dt><dd>${code === null ? '' : html`${codeLink(system, code, path)} ${meaningOf(system, code)}`}</dd></div>
`,
    )}</dl>
${hasMatrix(part, lifecycle) ? matrixLink(system, lifecycle, path, phase) : ''}
${explored(system, lifecycle, phase, path)}
${arrows.length === 0 ? '' : html`<h2>What leads from one to another</h2>${transitions(system, kind, arrows, path)}`}
</article>`,
    script: 'explorer.js',
  };
}

const meaningOf = ({ codes }: System, code: Code): string => codes.find((row) => row.code === code)?.meaning ?? '';

function matrixLink(system: System, { kind }: Lifecycle, path: string, phase: string): Html {
  const link = linkFrom(path, addressOf.matrix(system.name, kind));
  return html`<p><a href="${link}?phase=${encodeURIComponent(phase)}#${phase}">Every command in each of these statuses</a></p>`;
}

/** Events with the same effect share a row. */
function transitions(
  system: System,
  kind: string,
  arrows: readonly (readonly [phase: string, from: string, event: string, to: string])[],
  path: string,
): Html {
  const rows = groupedBy(arrows, ([, from, , to]) => JSON.stringify([from, to]));
  return scrolled(
    'Transitions',
    html`<table>
<thead><tr><th>from</th><th>to</th><th>by</th></tr></thead>
<tbody>${[...rows.values()].map((alike) => {
      const [[, from, , to]] = alike;
      const events = alike.map(([, , event]) => event);
      return html`<tr><td>${stateTitle(from)}</td><td>${stateTitle(to)}</td><td>${eventLinks(system, kind, events, path)}</td></tr>
`;
    })}</tbody></table>`,
  );
}

/** With more phases than this, a page has links instead of pictures. */
const MOST_PICTURES = 3;

/** The phases that a page is about, with their pictures. */
export function phasesWithPictures(
  system: System,
  phases: readonly (readonly [kind: string, phase: string])[],
  path: string,
): Html {
  const links = phases.map(([kind, phase]) => html`${kind} ${phaseLink(system, kind, phase, path)}`);
  if (phases.length > MOST_PICTURES)
    return html`<h2>Phases</h2><ul class="statuses">${links.map((link) => html`<li>${link}</li>`)}</ul>`;
  return html`${phases.map(([kind, phase], index) => html`<h2>${links[index]}</h2>${picture(system, system.entities[kind] as Lifecycle, phase, path)}`)}`;
}

/** The picture, which the page's script makes explorable. */
function explored(system: System, lifecycle: Lifecycle, phase: string, path: string): Html {
  const data = linkFrom(path, addressOf.explored(system.name, lifecycle.kind, pictureOf(lifecycle, phase)));
  return html`<div data-explored="${data}">${picture(system, lifecycle, phase, path)}</div>`;
}

const pictureOf = (lifecycle: Lifecycle, phase: string): string | undefined =>
  picturesOf(lifecycle).includes(phase) ? phase : undefined;

/** The picture of a phase. An entity of one phase has a single picture. */
export function picture(system: System, lifecycle: Lifecycle, phase: string, path: string): Html {
  const source = linkFrom(path, addressOf.picture(system.name, lifecycle.kind, pictureOf(lifecycle, phase)));
  return html`<figure class="scroll" aria-label="${phase}"><a href="${source}"><img src="${source}" alt="The statuses of ${phase}, and what leads from one to another" loading="lazy"></a></figure>`;
}

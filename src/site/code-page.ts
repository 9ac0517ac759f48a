import { patternsOf } from '../condition/walk.ts';
import { usesOf } from '../engine/where-used.ts';
import { addressOf, linkFrom } from '../link/addresses.ts';
import {
  type CodeRow,
  codeAndName,
  groupedBy,
  markMeaning,
  type System,
  statusTitle,
  type Use,
} from '../model/index.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { phasesWithPictures } from './phase-page.ts';
import { above, eventLinks, markOf, scenarioOf, scrolled } from './pieces.ts';
import type { SiteSystem } from './site-system.ts';

/** The page of a code: one section for each row that has it. */
export async function codePage(part: SiteSystem, rows: readonly CodeRow[]): Promise<Page> {
  const { system } = part;
  const [first] = rows as readonly [CodeRow];
  const path = addressOf.code(system.name, first.code);
  return {
    path,
    title: `${codeAndName(first)} · ${system.title}`,
    says: first.meaning,
    above: above(system),
    body: html`${await Promise.all(rows.map((row) => section(part, row, path)))}`,
  };
}

async function section(part: SiteSystem, row: CodeRow, path: string): Promise<Html> {
  const { system } = part;
  const uses = usesOf(system, row);
  const lines = row.kind === 'informational' ? undefined : part.scenarioOf(row);
  return html`<article>
<h1>${codeAndName(row)}</h1>
<p class="lead">${row.meaning}</p>
<p class="faint">${row.category} · ${row.kind} · ${markOf(system, row.mark)} ${markMeaning(system.marks, row.mark)}</p>
${row.oddity === undefined ? '' : html`<p class="odd">Odd in the vendor’s table: ${row.oddity}</p>`}
${(row.also ?? []).map(({ name, says }) => html`<p>Also looked up as <strong>${name}</strong>: ${says}</p>`)}
${row.why === undefined ? '' : html`<p>Never given: ${row.why}</p>`}
${uses.length === 0 ? '' : html`<h2>${row.kind === 'status' ? 'Where it stands' : 'Where it is given'}</h2>${table(system, uses, path)}`}
${lines === undefined ? '' : html`<h2>How to see it</h2>${await scenarioOf(system, lines, path)}`}
${phasesWithPictures(system, phasesOf(system, row), path)}
</article>`;
}

/** The phases that have a status with the code, or whose statuses make a gate refuse with it. */
const phasesOf = ({ entities }: System, { code, kind: sort }: CodeRow): (readonly [string, string])[] =>
  Object.values(entities).flatMap(({ kind, phases, rules }) => {
    const gates = Object.values(rules).flatMap((list) => list.filter((rule) => 'code' in rule && rule.code === code));
    const required = gates.flatMap(({ when }) => patternsOf(when)).filter(({ denied }) => !denied);
    const asked = new Set(
      required.flatMap(({ tests }) => tests.flatMap(({ name, negated }) => (negated ? [] : [name]))),
    );
    return Object.entries(phases)
      .filter(([phase, statuses]) => (sort === 'status' ? Object.values(statuses).includes(code) : asked.has(phase)))
      .map(([phase]) => [kind, phase] as const);
  });

/** Commands that give the code for the same reason share a row. */
function table(system: System, uses: readonly Use[], path: string): Html {
  const rows = groupedBy(uses, (use) => JSON.stringify([use.entity, use.when, use.mark, use.phase, use.status]));
  return scrolled(
    'Where it is given',
    html`<table>
<thead><tr><th>entity</th><th>command or report</th><th>when</th><th>mark</th></tr></thead>
<tbody>${[...rows.values()].map((group) => {
      const [{ entity, when, mark, phase, status }] = group;
      const commands = group.flatMap(({ command }) => command ?? []);
      const then = phase === undefined || commands.length === 0 ? '' : ` → ${phase} ${statusTitle(status)}`;
      return html`<tr><td>${entityLink(system, entity, path)}</td>
<td>${eventLinks(system, entity, commands, path)}${then}</td>
<td>${when}</td><td>${markOf(system, mark)}</td></tr>
`;
    })}</tbody></table>`,
  );
}

const entityLink = (system: System, entity: string, path: string): Html =>
  system.entities[entity]
    ? html`<a href="${linkFrom(path, addressOf.entity(system.name, entity))}">${entity}</a>`
    : html`${entity}`;

import { addressOf } from '../link/addresses.ts';
import { codeAndName, isRefusal, type Lifecycle, type System, stateTitle } from '../model/index.ts';
import type { EntityAnswers, ShippedAnswer } from '../reach/index.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { above, codeLink, commandLink } from './pieces.ts';
import type { SiteSystem } from './site-system.ts';

/** The page's script parses the cells with these. */
const ACCEPTED = '✓';
const BETWEEN = ' · ';

/** Whether an entity has a matrix: its answers are known, and it has commands and statuses. */
export const hasMatrix = ({ answers }: SiteSystem, { kind, commands }: Lifecycle): boolean =>
  Object.keys(answers?.entities[kind]?.statuses ?? {}).length > 0 && Object.keys(commands).length > 0;

/** Every command in every status of an entity that has a matrix. */
export function matrixPage({ system, answers }: SiteSystem, lifecycle: Lifecycle): Page {
  const { kind } = lifecycle;
  const known = answers?.entities[kind] as EntityAnswers;
  const phases = Object.keys(known.statuses);
  const path = addressOf.matrix(system.name, kind);
  const given = new Set(phases.flatMap((phase) => codesIn(lifecycle, known, phase)));
  const rows = system.codes.filter(({ code }) => given.has(String(code)));
  return {
    path,
    title: `${kind}: commands against statuses · ${system.title}`,
    says: `What each command of the ${kind} is answered in each status`,
    above: above(system, kind),
    script: 'matrix.js',
    wide: true,
    body: html`<article>
<h1>${kind}: commands against statuses</h1>
<p class="lead">${ACCEPTED} means accepted, a code means refused with it. Where other phases and facts matter, the answer in the plainest situation comes first.</p>
${filters(phases, rows)}
${phases.map((phase) => table(system, lifecycle, known, phase, path))}
<h2>Codes</h2>
<dl class="list codes">${rows.map((row) => html`<div><dt>${codeLink(system, row.code, path)}</dt><dd>${row.meaning}</dd></div>`)}</dl>
</article>`,
  };
}

const filters = (
  phases: readonly string[],
  rows: System['codes'],
): Html => html`<form class="filters" data-filters hidden>
<label>command <input type="search" name="command" autocomplete="off"></label>
<label>phase <select name="phase"><option value="">all</option>${phases.map((phase) => html`<option>${phase}</option>`)}</select></label>
<label>answer <select name="answer"><option value="">any</option><option value="${ACCEPTED}">accepted</option>${rows.map((row) => html`<option value="${row.code}">${codeAndName(row)}</option>`)}</select></label>
<p role="status"></p>
</form>`;

function table(system: System, lifecycle: Lifecycle, known: EntityAnswers, phase: string, path: string): Html {
  const statuses = Object.entries(known.statuses[phase] ?? {});
  return html`<section data-phase="${phase}"><h2 id="${phase}">${phase}</h2>
<div class="scroll matrix" tabindex="0" role="region" aria-labelledby="${phase}"><table>
<thead><tr><th scope="col">command</th>${statuses.map(([state]) => html`<th scope="col">${stateTitle(state)}</th>`)}</tr></thead>
<tbody>${Object.keys(lifecycle.commands).map(
    (command) => html`<tr><th scope="row">${commandLink(system, lifecycle.kind, command, path)}</th>${statuses.map(
      ([, commands]) => cell(wordsOf(lifecycle, known, command, commands[command] ?? [])),
    )}</tr>
`,
  )}</tbody></table></div></section>`;
}

function cell(words: readonly string[]): Html {
  const [first = '', ...others] = words;
  const look = first === ACCEPTED ? 'yes' : 'no';
  if (others.length === 0) return html`<td class="${look}">${first}</td>`;
  return html`<td class="${look} mixed">${first}<small>${others.map((other) => BETWEEN + other)}</small></td>`;
}

/** Every answer once. First comes that of the plainest situation, the one with the shortest scenario. */
function wordsOf(
  { rules }: Lifecycle,
  { scenarios }: EntityAnswers,
  command: string,
  given: readonly ShippedAnswer[],
): string[] {
  const lines = ([, scenario]: ShippedAnswer): number => scenarios[scenario]?.length ?? Number.MAX_SAFE_INTEGER;
  const word = ([index]: ShippedAnswer): string => {
    const rule = rules[command]?.[index];
    return rule && isRefusal(rule) ? String(rule.code) : ACCEPTED;
  };
  return [...new Set(given.toSorted((one, other) => lines(one) - lines(other)).map(word))];
}

const codesIn = (lifecycle: Lifecycle, known: EntityAnswers, phase: string): string[] =>
  Object.values(known.statuses[phase] ?? {}).flatMap((commands) =>
    Object.entries(commands).flatMap(([command, given]) => wordsOf(lifecycle, known, command, given)),
  );

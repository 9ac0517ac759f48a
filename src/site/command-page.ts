import { describe } from '../condition/sentence.ts';
import { addressOf } from '../link/addresses.ts';
import { type EventSpec, isPass, isRefusal, type Lifecycle, type Rule, saysForm } from '../model/index.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { phasesWithPictures } from './phase-page.ts';
import { above, codeLink, markOf, scenarioOf, scrolled } from './pieces.ts';
import type { SiteSystem } from './site-system.ts';

/** The page of a command: its parameters, and its gates in the order in which they are checked. */
export async function commandPage(part: SiteSystem, lifecycle: Lifecycle, command: string): Promise<Page> {
  const { system } = part;
  const path = addressOf.command(system.name, lifecycle.kind, command);
  const spec = lifecycle.commands[command] as EventSpec;
  const rules = lifecycle.rules[command] ?? [];
  return {
    path,
    title: `${lifecycle.kind} ${command} · ${system.title}`,
    says: `${spec.says}; ${rules.length} gates`,
    above: above(system, lifecycle.kind),
    body: html`<article>
<h1>${lifecycle.kind} ${command}</h1>
<p class="lead">${sentence(spec.says)}</p>
${parameters(spec)}
${rules.length === 0 ? html`<p>It has no gates, so it is always accepted.</p>` : gates(part, lifecycle, command, path)}
${await accepted(part, lifecycle, command, path)}
${phasesWithPictures(system, moved(part, lifecycle, command), path)}
</article>`,
  };
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** The parameters of an event. */
function parameters({ params = {}, anyParams, atLeastOne }: EventSpec): Html | '' {
  const rows = Object.entries(params);
  if (rows.length === 0) return anyParams ? html`<p>It takes any parameters, which the system itself checks.</p>` : '';
  return html`<h2>Parameters</h2>
${atLeastOne ? html`<p>At least one must be given.</p>` : ''}
${scrolled(
  'Parameters',
  html`<table><thead><tr><th>name</th><th>value</th><th>when left out</th></tr></thead>
<tbody>${rows.map(
    ([key, { is, required, anyValue, default: usual }]) =>
      html`<tr><td><code>${key}</code></td><td>${saysForm(is)}${anyValue ? '; another value has a code of its own' : ''}</td>
<td>${required ? 'not allowed' : usual === undefined ? 'allowed' : `means ${usual}`}</td></tr>
`,
  )}</tbody></table>`,
)}`;
}

function gates({ system, answers }: SiteSystem, lifecycle: Lifecycle, command: string, path: string): Html {
  const never = new Set(answers?.entities[lifecycle.kind]?.never);
  return html`<h2>Gates</h2>
<p>They are checked in this order. The first that holds decides; if none does, the command is accepted.</p>
<ol class="gates">${(lifecycle.rules[command] ?? []).map(
    (rule, index) => html`<li>
${gate(rule)} ${'code' in rule ? codeLink(system, rule.code, path) : ''}
<span>${describe(rule.when, lifecycle)} ${markOf(system, rule.mark)}</span>
${never.has(`${command} ${index}`) ? html`<small class="faint">Decides in no situation that can be reached by the command in its plainest form.</small>` : ''}
</li>
`,
  )}</ol>`;
}

function gate(rule: Rule): string {
  if (isRefusal(rule)) return 'refused:';
  return isPass(rule) ? 'accepted, and nothing is carried out:' : 'goes on, and has an effect:';
}

/** The phases that the command moves. */
function moved({ answers }: SiteSystem, { kind, phases }: Lifecycle, command: string): (readonly [string, string])[] {
  const arrows = answers?.entities[kind]?.arrows.filter(([, , event]) => event === command) ?? [];
  return Object.keys(phases).flatMap((phase) => (arrows.some(([of]) => of === phase) ? [[kind, phase] as const] : []));
}

/** A scenario after which the command is accepted. */
async function accepted(
  { system, answers }: SiteSystem,
  { kind }: Lifecycle,
  command: string,
  path: string,
): Promise<Html | ''> {
  const entity = answers?.entities[kind];
  const [, number = -1] = entity?.gates[command]?.find(([rule]) => rule < 0) ?? [];
  const lines = entity?.scenarios[number];
  if (lines === undefined || lines.length === 0) return '';
  return html`<h2>A situation in which it is accepted</h2>${await scenarioOf(system, lines, path)}`;
}

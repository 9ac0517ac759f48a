import { addressOf, linkFrom } from '../link/addresses.ts';
import { fragmentOf } from '../link/fragment.ts';
import { type Code, type CodeRow, type Lifecycle, type Mark, markMeaning, type System } from '../model/index.ts';
import { type Html, html } from './html.ts';

/** A mark, with what it stands for. */
export const markOf = (system: System, mark: Mark): Html =>
  html`<abbr class="mark" title="${markMeaning(system.marks, mark) ?? mark}">${mark}</abbr>`;

/** A code with its name, leading to its page. */
export function codeLink(system: System, code: Code, from: string): Html {
  const row = system.codes.find((each) => each.code === code);
  if (!row) return html`<span class="code">${code}</span>`;
  return html`<a class="code" href="${linkFrom(from, addressOf.code(system.name, code))}">${rowTitle(row)}</a>`;
}

/** An event, leading to its page where it is a command. */
export const eventLink = (system: System, entity: string, event: string, from: string): Html =>
  Object.hasOwn(system.entities[entity]?.commands ?? {}, event)
    ? commandLink(system, entity, event, from)
    : html`${event}`;

export const commandLink = ({ name }: System, entity: string, command: string, from: string): Html =>
  html`<a href="${linkFrom(from, addressOf.command(name, entity, command))}">${command}</a>`;

export const phaseLink = ({ name }: System, entity: string, phase: string, from: string): Html =>
  html`<a href="${linkFrom(from, addressOf.phase(name, entity, phase))}">${phase}</a>`;

/** `671 SYNC_STOP_REQUIRED_ERR`; once where the vendor's code is its name. */
export const rowTitle = ({ code, name }: CodeRow): string => (String(code) === name ? name : `${code} ${name}`);

/** A scenario, and the button that plays it. */
export async function scenarioOf(system: System, lines: readonly string[], from: string): Promise<Html> {
  const fragment = await fragmentOf({ system: system.name, scenario: lines.join('\n') }).catch(() => undefined);
  const play =
    fragment === undefined
      ? ''
      : html`<p><a class="button" data-play href="${linkFrom(from, addressOf.play)}#${fragment}">Play it</a></p>`;
  return html`<pre tabindex="0">${lines.join('\n')}</pre>${play}`;
}

/** What the marks of a system stand for. */
export const marksOf = (system: System): Html =>
  html`<dl class="marks">${(Object.keys(system.marks) as Mark[]).map(
    (mark) => html`<div><dt>${mark}</dt><dd>${markMeaning(system.marks, mark)}</dd></div>`,
  )}</dl>`;

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** `13 phases, 22 commands, 47 reports`; what an entity has none of is left out. */
export const contentsOf = ({ phases, commands, reports }: Lifecycle): string =>
  Object.entries({ phase: phases, command: commands, report: reports })
    .map(([noun, group]) => ({ noun, count: Object.keys(group).length }))
    .flatMap(({ noun, count }) => (count > 0 ? counted(count, noun) : []))
    .join(', ');

import { addressOf, linkFrom } from '../link/addresses.ts';
import { fragmentOf } from '../link/fragment.ts';
import { type Code, codeAndName, type Lifecycle, type Mark, markMeaning, type System } from '../model/index.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';

/** A mark, with its meaning as the tooltip. */
export const markOf = (system: System, mark: Mark): Html =>
  html`<abbr class="mark" title="${markMeaning(system.marks, mark) ?? mark}">${mark}</abbr>`;

/** A code with its name, leading to its page. */
export function codeLink(system: System, code: Code, from: string): Html {
  const row = system.codes.find((each) => each.code === code);
  if (!row) return html`<span class="code">${code}</span>`;
  return html`<a class="code" href="${linkFrom(from, addressOf.code(system.name, code))}">${codeAndName(row)}</a>`;
}

/** An event, leading to its page if it is a command. */
const eventLink = (system: System, entity: string, event: string, from: string): Html =>
  Object.hasOwn(system.entities[entity]?.commands ?? {}, event)
    ? commandLink(system, entity, event, from)
    : html`${event}`;

export const commandLink = ({ name }: System, entity: string, command: string, from: string): Html =>
  html`<a href="${linkFrom(from, addressOf.command(name, entity, command))}">${command}</a>`;

export const phaseLink = ({ name }: System, entity: string, phase: string, from: string): Html =>
  html`<a href="${linkFrom(from, addressOf.phase(name, entity, phase))}">${phase}</a>`;

/** Events, each leading to its page. */
export const eventLinks = (system: System, entity: string, events: readonly string[], from: string): Html =>
  html`${events.map((event, index) => html`${index > 0 ? ', ' : ''}${eventLink(system, entity, event, from)}`)}`;

/** The pages above one of a system, or of one of its entities. */
export const above = ({ name, title }: System, entity?: string): Page['above'] => [
  { name: title, path: addressOf.system(name) },
  ...(entity === undefined ? [] : [{ name: entity, path: addressOf.entity(name, entity) }]),
];

/** A table that is scrolled by the keyboard too. */
export const scrolled = (label: string, table: Html): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${label}">${table}</div>`;

/** A scenario, and the button that plays it. */
export async function scenarioOf(system: System, lines: readonly string[], from: string): Promise<Html> {
  const fragment = await fragmentOf({ system: system.name, scenario: lines.join('\n') }).catch(() => undefined);
  const play =
    fragment === undefined
      ? ''
      : html`<p><a class="button" data-play href="${linkFrom(from, addressOf.play)}#${fragment}">Play it</a></p>`;
  return html`<pre tabindex="0">${lines.join('\n')}</pre>${play}`;
}

/** The meanings of a system's marks. */
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

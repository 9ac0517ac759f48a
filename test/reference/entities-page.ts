import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type EventSpec,
  type Lifecycle,
  type ParamSpec,
  placeInView,
  type System,
  saysForm,
} from '../../src/model/index.ts';
import { code, GENERATED, image, link, table, thumbnail } from './markdown.ts';
import { hasFamilies, isReadable, separate } from './pictures.ts';

/** What each entity is: its phases and statuses, its commands and reports, its facts. */
export function entitiesPage(system: System): string {
  return [
    GENERATED,
    `# ${system.title}: entities`,
    '',
    `\`given ready\` stands for ${system.ready.map(code).join(', ')}.`,
    '',
    shown(system, `How the entities of ${system.title} reach one another`, 'system.svg'),
    '',
    ...Object.values(system.entities).flatMap((lifecycle) => entity(system, lifecycle)),
  ].join('\n');
}

function entity(system: System, lifecycle: Lifecycle): string[] {
  const { kind, phases, commands, reports, facts } = lifecycle;
  const shown = Object.entries(facts).filter(([, fact]) => placeInView(fact) !== undefined);
  return [
    `## ${kind}`,
    '',
    ...picturesOf(system, lifecycle),
    ...(Object.keys(phases).length === 0
      ? ['It has no phases.', '']
      : table(['phase', 'statuses and their codes'], statuses(lifecycle))),
    ...events('command', commands),
    ...events('report', reports),
    ...(shown.length === 0
      ? []
      : table(
          ['fact of the view', 'values', 'when'],
          shown.map(([name, fact]) => factRow(name, fact)),
        )),
  ];
}

/** The whole of it to look at, and each part to look at closely. */
function picturesOf(system: System, lifecycle: Lifecycle): string[] {
  const { kind } = lifecycle;
  const parts = separate(lifecycle).map((phase) => link(phase, `${kind}.${phase}.svg`));
  const alone = parts.length > 0 ? [`Each phase alone: ${parts.join(', ')}.`] : [];
  const shapes = hasFamilies(lifecycle)
    ? [`Phases of one shape drawn once: ${link('lifecycle', `${kind}.lifecycle.svg`)}.`]
    : [];
  const links = [...alone, ...shapes];
  return [
    shown(system, `The states of ${kind}`, `${kind}.svg`),
    '',
    ...(links.length > 0 ? [links.join(' '), ''] : []),
  ];
}

/** A picture as it is, where its text can be read in a page; else small. Pictures are written before pages. */
function shown({ name }: System, text: string, path: string): string {
  const svg = readFileSync(join(import.meta.dirname, '../../docs/reference', name, path), 'utf8');
  return isReadable(svg) ? image(text, path) : thumbnail(text, path);
}

const factRow = (name: string, { values, says }: Lifecycle['facts'][string]): string[] => [
  code(name),
  values.map((value) => code(String(value))).join(', '),
  Object.entries(says)
    .filter(([value]) => value !== 'false' && !value.startsWith('not '))
    .map(([value, phrase]) => (value === 'true' ? phrase : `${code(value)}: ${phrase}`))
    .join('; '),
];

const statuses = ({ phases }: Lifecycle): string[][] =>
  Object.entries(phases).map(([phase, table_]) => [
    phase,
    Object.entries(table_)
      .map(([status, own]) => (own === null ? status : `${status} ${own}`))
      .join(', '),
  ]);

function events(title: string, specs: Lifecycle['commands']): string[] {
  const rows = Object.entries(specs).map(([event, spec]) => [code(event), parameters(spec), spec.says]);
  return rows.length === 0 ? [] : table([title, 'parameters', 'what it says'], rows);
}

const parameters = ({ params = {} }: EventSpec): string =>
  Object.entries(params)
    .map(([key, spec]) => `${code(key)}${spec.required ? ' (needed)' : ''}: ${saysForm(spec.is)}${defaultOf(spec)}`)
    .join('; ');

const defaultOf = (spec: ParamSpec): string => (spec.default === undefined ? '' : `, by default ${spec.default}`);

import type { EntityDescribed, EventDescribed, ParamDescribed } from '../../answers/describe.ts';
import type { Outline } from '../../model/index.ts';
import type { PrintStyle } from '../io/terminal.ts';
import { paragraphs, section, table, wrap } from './layout.ts';

/** The entities of a system, with the number of their events and their phases. */
export function entitiesText(
  { title, name }: Pick<Outline, 'title' | 'name'>,
  all: readonly EntityDescribed[],
  { paint, width }: PrintStyle,
): string {
  const rows = all.map(({ entity, events, phases }) => {
    const count = (is: EventDescribed['is']): number => events.filter((event) => event.is === is).length;
    const named = phases.map(({ phase }) => phase).join(', ') || 'no phases';
    return [entity, `${count('command')} commands, ${count('report')} reports; ${named}`];
  });
  const next = 'lifecycle describe ENTITY lists its events, phases and facts.';
  return paragraphs([[paint('title', `${title} (${name})`), ...table(rows, { indent: 2, width })], [next]]);
}

/** One entity: its events, phases and facts. */
export function entityText(
  { system, entity, events, phases, facts }: EntityDescribed,
  { paint, width }: PrintStyle,
): string {
  const listed = (rows: readonly (readonly string[])[]): string[] => table(rows, { indent: 2, width });
  const eventsOf = (is: EventDescribed['is']): string[] =>
    listed(events.filter((event) => event.is === is).map((event) => [event.event, withParams(event)]));
  const statuses = phases.map(({ phase, statuses: all }) => [
    phase,
    all.map(({ status, code }) => `${status ?? 'null'}${code === null ? '' : ` ${code}`}`).join(', '),
  ]);
  const values = facts.map(({ fact, values: all, usual, shown }) => {
    const words = all.map(({ value, says }) => `${String(value)}${value === usual ? ' (usual)' : ''}: ${says}`);
    return [shown ? fact : `${fact}*`, words.join('; ')];
  });
  return paragraphs([
    [paint('title', `${system} ${entity}`)],
    ...section('Commands:', eventsOf('command')),
    ...section('Reports:', eventsOf('report')),
    ...section('Phases, with the code of each status:', listed(statuses)),
    ...section('Facts:', listed(values)),
    ...(facts.some(({ shown }) => !shown) ? [wrap('* no part of what a UI sees', width)] : []),
  ]);
}

const withParams = ({ says, params, anyParams }: EventDescribed): string => {
  const names = params.map(({ param, required }) => (required ? param : `[${param}]`));
  const all = [...names, ...(anyParams ? ['any others'] : [])];
  return all.length === 0 ? says : `${says}. Parameters: ${all.join(' ')}`;
};

/** One event with its parameters. */
export function eventText(
  { system, entity }: EntityDescribed,
  { event, is, says, params, anyParams, atLeastOne, plain }: EventDescribed,
  { paint, width }: PrintStyle,
): string {
  const needed = params.flatMap(({ param, appliedWith: [first] = [] }) =>
    first === undefined ? [] : [[param, first]],
  );
  const given = Object.entries({ ...Object.fromEntries(needed), ...plain }).map(([key, value]) => `${key}=${value}`);
  const rows = params.map((param) => [param.param, sayParam(param)]);
  return paragraphs([
    [paint('title', `${system} ${entity} ${event}`), ...wrap(`A ${is}: ${says}`, width)],
    ...section('Parameters:', table(rows, { indent: 2, width })),
    ...(anyParams ? [['Any other parameter is taken as well: the system itself checks them.']] : []),
    ...(atLeastOne ? [['At least one of them has to be given.']] : []),
    [`In its plainest form: ${[entity, event, ...given].join(' ')}`],
  ]);
}

const sayParam = ({ takes, values, required, appliedWith, default: otherwise, anyValue }: ParamDescribed): string =>
  [
    values === undefined ? takes : values.join(', '),
    ...(required ? ['required'] : []),
    ...(appliedWith ? [`the report is applied only with ${appliedWith.join(', ')}`] : []),
    ...(otherwise === undefined ? [] : [`default: ${otherwise}`]),
    ...(anyValue ? ['any other value is answered with a code'] : []),
  ].join('; ');

import type { CommandGates } from '../../answers/explain.ts';
import { codeAndName } from '../../model/index.ts';
import type { PrintStyle } from '../io/terminal.ts';
import { table } from './layout.ts';

/** The gates of a command for a person, in order. */
export function gatesText({ system, entity, command, gates }: CommandGates, { paint, width }: PrintStyle): string {
  const rows = gates.map(({ code, name, accepts, when, mark }) => [
    mark,
    code === null ? (accepts ? 'accepted, nothing is done' : 'goes on') : codeAndName({ code, name: name ?? '' }),
    when,
  ]);
  const head = gates.length === 0 ? 'No gate refuses it.' : 'Refused by the first of these that holds:';
  return `${[paint('title', `${system} ${entity} ${command}`), '', head, ...table(rows, { indent: 2, width })].join('\n')}\n`;
}

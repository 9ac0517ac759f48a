import type { Code, Lifecycle, Value } from '../../../../model/index.ts';
import { Complaint } from '../../../../scenario/complaint.ts';
import { show } from '../../../../scenario/wording.ts';
import { present } from '../../../present.ts';
import { CODE, COMMAND, Columns, ENABLED } from './columns.ts';
import { placesOfRows } from './places.ts';
import type { Row } from './table.ts';

const WHEN = 'when';
const FORM = 'a table is an array of rows such as {"command":"…","enabled":true,"PHASE":"STATUS"}';

/** A JSON table: rows with the names of the view beside `command` and `enabled`, or in a property `when`. */
export function readRows(file: string, text: string, lifecycle: Lifecycle): Row[] {
  const columns = new Columns(lifecycle);
  const given = parsed(file, text);
  if (!Array.isArray(given)) throw new Complaint(`${file}: no array`, FORM);
  const places = placesOfRows(text.replace(/^\uFEFF/, ''));
  return given.map((row: unknown, index) => rowOf(row, `${file}:${places[index]}: row ${index + 1}`, columns));
}

function rowOf(given: unknown, where: string, columns: Columns): Row {
  if (!isObject(given)) throw new Complaint(`${where}: no object`, FORM);
  const { [COMMAND]: command, [ENABLED]: enabled, [CODE]: code, [WHEN]: when, ...flat } = given;
  if (when !== undefined && !isObject(when)) throw new Complaint(`${where}: when is no object`, FORM);
  const names = { ...flat, ...when };
  for (const name of Object.keys(when ?? {})) {
    if (Object.hasOwn(flat, name)) throw new Complaint(`${where}: ${show(name)} stands twice`, 'leave one of them out');
  }
  const named = columns.command(command, where);
  if (typeof enabled !== 'boolean') throw new Complaint(`${where}: enabled is not true or false`, FORM);
  return {
    command: named,
    enabled,
    ...present({ code: codeOf(code, where) }),
    when: Object.entries(names).map(([word, value]): [string, Value] => {
      const name = columns.name(word, where);
      return [name, columns.value(name, value, where)];
    }),
  };
}

function codeOf(code: unknown, where: string): Code | undefined {
  if (code === undefined || code === null) return undefined;
  if (typeof code === 'number' || typeof code === 'string') return code;
  throw new Complaint(`${where}: code is neither a number nor a name`, FORM);
}

const isObject = (given: unknown): given is { readonly [name: string]: unknown } =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Complaint(`${file}: no JSON: ${placed((error as Error).message, text)}`, FORM);
  }
}

/** The message of JSON.parse, with its position as line and column. */
function placed(message: string, text: string): string {
  const [, at] = /at position (\d+)/.exec(message) ?? [];
  const says = message.replace(/,? ?(?:in JSON )?at position .*$/s, '').split('\n', 1)[0] as string;
  if (at === undefined || says.length > 100) return says.slice(0, 100);
  const before = text.slice(0, Number(at)).split('\n');
  return `${says}, line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

import type { Lifecycle, Value } from '../../../../model/index.ts';
import { Complaint } from '../../../../scenario/complaint.ts';
import { show } from '../../../../scenario/wording.ts';
import { present } from '../../../present.ts';
import { CODE, COMMAND, Columns, ENABLED } from './columns.ts';
import type { Row } from './table.ts';

const FORM = 'a table has a header with command, enabled, and names of the view';

/** A record of csv-parse with `info`: the line where it ended. */
interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** A CSV table: a header of names, then a line for each row. An empty cell matches any value. */
export async function readCsv(file: string, text: string, lifecycle: Lifecycle): Promise<Row[]> {
  const { parse } = await import('csv-parse/sync');
  let records: readonly CsvRecord[];
  try {
    records = parse(text, {
      bom: true,
      info: true,
      skipEmptyLines: true,
      trim: true,
    }) as unknown as readonly CsvRecord[];
  } catch (error) {
    throw new Complaint(`${file}: no CSV: ${(error as Error).message.split('\n', 1)[0]}`, FORM);
  }
  const [head, ...rest] = records;
  if (!head) throw new Complaint(`${file}: empty`, FORM);
  const columns = new Columns(lifecycle);
  const names = head.record.map((word, at) => headOf(word, `${file}:${head.info.lines}: column ${at + 1}`, columns));
  for (const need of [COMMAND, ENABLED]) {
    if (!names.includes(need)) throw new Complaint(`${file}:${head.info.lines}: no column ${need}`, FORM);
  }
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Complaint(`${file}:${head.info.lines}: the column ${twice} stands twice`, FORM);
  return rest.map(({ record, info }) => {
    const where = (name: string): string => `${file}:${info.lines}: column ${names.indexOf(name) + 1}`;
    const cell = (name: string): string => record[names.indexOf(name)] ?? '';
    const enabled = cell(ENABLED).toLowerCase();
    if (enabled !== 'true' && enabled !== 'false') {
      throw new Complaint(`${where(ENABLED)}: enabled is ${show(cell(ENABLED))}`, 'it is true or false');
    }
    const code = cell(CODE);
    const when = names.flatMap((name): [string, Value][] => {
      if ([COMMAND, ENABLED, CODE].includes(name) || cell(name) === '') return [];
      return [[name, columns.value(name, cell(name), where(name), true)]];
    });
    const given = code === '' ? undefined : /^\d+$/.test(code) ? Number(code) : code;
    const command = columns.command(cell(COMMAND), where(COMMAND));
    return { command, enabled: enabled === 'true', ...present({ code: given }), when };
  });
}

function headOf(word: string, where: string, columns: Columns): string {
  if ([COMMAND, ENABLED, CODE].includes(word)) return word;
  if (word === '') throw new Complaint(`${where}: a column without a name`, FORM);
  return columns.name(word, where);
}

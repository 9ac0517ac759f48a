import { extname } from 'node:path';
import { Complaint, unknown } from '../../../scenario/complaint.ts';
import { show } from '../../../scenario/wording.ts';

/** The formats, and the ending that each has in the name of a file. */
export const endings = {
  svg: '.svg',
  png: '.png',
  html: '.html',
  mermaid: '.mmd',
  dot: '.dot',
  plantuml: '.puml',
  smcat: '.smcat',
  table: '.md',
  csv: '.csv',
  scxml: '.scxml',
  xstate: '.json',
  'xstate-ts': '.ts',
} as const;

export type Format = keyof typeof endings;

const names = Object.keys(endings) as Format[];

/**
 * The format that is asked for: by name, by the file's ending, or SVG. Throws a Complaint where it is none, or
 * where the name and the ending contradict each other.
 */
export function formatOf(name: string | undefined, file: string | undefined): Format {
  if (name !== undefined) {
    const format = names.find((each) => each === name);
    if (format === undefined) throw unknown('format', name, names, `it is one of ${names.join(', ')}`);
    const other = file === undefined ? undefined : formatIn(file);
    if (other !== undefined && other !== format)
      throw new Complaint(
        `${show(file ?? '')} ends as ${other} does, and --format says ${format}`,
        'leave one of them out',
      );
    return format;
  }
  if (file === undefined) return 'svg';
  const format = formatIn(file);
  if (format !== undefined) return format;
  const known = Object.values(endings).join(' ');
  throw new Complaint(`${show(file)} does not end in one of ${known}`, 'end it so, or say --format');
}

/** The format that a file's ending says, if it says one. */
function formatIn(file: string): Format | undefined {
  const ending = extname(file).toLowerCase();
  return names.find((each) => endings[each] === ending);
}

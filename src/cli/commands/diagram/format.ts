import { extname } from 'node:path';
import { Complaint } from '../../../scenario/complaint.ts';
import { show } from '../../../scenario/wording.ts';
import { oneOf } from '../../one-of.ts';

/** The formats, each with its file extension. */
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
 * The format by its name, else by the extension of the file, else SVG. Throws a Complaint if it is unknown, or if name
 * and extension contradict each other.
 */
export function formatOf(name: string | undefined, file: string | undefined): Format {
  const ending = file === undefined ? undefined : extname(file).toLowerCase();
  const ofFile = names.find((each) => endings[each] === ending);
  if (name !== undefined) {
    const format = oneOf('format', name, names);
    if (ofFile !== undefined && ofFile !== format)
      throw new Complaint(
        `${show(file ?? '')} ends as ${ofFile} does, and --format says ${format}`,
        'leave one of them out',
      );
    return format;
  }
  if (file === undefined) return 'svg';
  if (ofFile !== undefined) return ofFile;
  const known = Object.values(endings).join(' ');
  throw new Complaint(`${show(file)} does not end in one of ${known}`, 'end it so, or say --format');
}

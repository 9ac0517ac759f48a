/** A place in a page that is filled in from the data: the lines between `<!-- generated: WHAT -->` and `<!-- end -->`. */
export interface Slot {
  readonly what: string;
  /** The lines of the two markers, from 0. */
  readonly begin: number;
  readonly end: number;
  /** The level of the heading above: 2 for `##`; 1 if there is none. */
  readonly level: number;
}

/** The places of a page, in order. Throws if a marker is malformed, or its counterpart is missing. */
export function slotsOf(page: string): Slot[] {
  const slots: Slot[] = [];
  let open: Omit<Slot, 'end'> | undefined;
  let level = 1;
  page.split('\n').forEach((line, at) => {
    if (!open) level = /^#+(?= )/.exec(line)?.[0].length ?? level;
    const what = BEGIN.exec(line)?.[1];
    if (what !== undefined) {
      if (open) throw fault(at, `the marker of line ${open.begin + 1} has no <!-- end --> before this one`);
      if (slots.some((slot) => slot.what === what)) throw fault(at, `a second marker for ${what}`);
      open = { what, begin: at, level };
    } else if (line === END) {
      if (!open) throw fault(at, 'no marker stands open before this <!-- end -->');
      slots.push({ ...open, end: at });
      open = undefined;
    } else if (ALMOST.test(line)) {
      throw fault(at, `a marker stands alone on its line, as <!-- generated: codes --> or ${END}`);
    }
  });
  if (open) throw fault(open.begin, 'no <!-- end --> comes after this marker');
  return slots;
}

/** The page with the lines between each pair of markers replaced. */
export function withSlots(page: string, linesOf: (slot: Slot) => readonly string[]): string {
  const lines = page.split('\n');
  for (const slot of slotsOf(page).toReversed()) {
    const { begin, end } = slot;
    lines.splice(begin + 1, end - begin - 1, '', ...linesOf(slot));
  }
  return lines.join('\n');
}

/** What is wrong with a page, and the line where it is. */
export const fault = (at: number, says: string): Error => new Error(`line ${at + 1}: ${says}`);

const BEGIN = /^<!-- generated: (\S+(?: \S+)*) -->$/;
const END = '<!-- end -->';
/** Meant as a marker. */
const ALMOST = /<!--\s*(?:generated|end)\b/i;

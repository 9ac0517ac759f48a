import type { Cover } from '../gating/cover.ts';
import type { PageAnswers } from '../gating/cover-report.ts';
import { Complaint } from '../scenario/complaint.ts';
import { lostAs, NO_CONTROL, type Outcomes } from './outcomes.ts';
import { isByMessage, type Setting, Window } from './window.ts';

/** What a page did with the situations of a cover. */
export interface ShownPage {
  readonly answers: readonly PageAnswers[];
  /** How many situations were shown, and how many were not because the page had failed too often. */
  readonly shows: number;
  readonly left: number;
}

/** The number of parallel windows, if situations are shown by messages. Each has its own storage. */
const WINDOWS = 4;
/** Fewer situations are not worth starting another window. */
const FEW = 500;
/** How many situations a page is given at a time, if they are shown by messages. */
const BATCH = 25;
/** A page that fails in each of the first situations cannot be checked. */
const FIRST = 4;
/** After so many failures no more situations are shown, because each failure takes seconds. */
const MOST_LOST = 50;

/** Shows the situations in order. If the page turns out to draw late, it starts again with a pause. */
export async function showAll(
  cover: Cover,
  setting: Setting,
  first: Window,
  progress: (says: string) => void,
): Promise<ShownPage> {
  const { representatives, sequence } = cover;
  const lanes =
    isByMessage(setting.adapter) && !setting.adapter.open ? Math.min(WINDOWS, Math.ceil(sequence.length / FEW)) : 1;
  const length = Math.ceil(sequence.length / lanes);
  const kept: (readonly [number, Outcomes])[] = [];
  let shows = 0;
  let lost = 0;
  const show = async (lane: number): Promise<void> => {
    const window = lane === 0 ? first : new Window(setting);
    const end = Math.min((lane + 1) * length, sequence.length);
    for (let at = lane * length; at < end && lost < MOST_LOST && !setting.steady.isLate; ) {
      const size = shows < FIRST ? 1 : BATCH;
      const some = sequence.slice(at, Math.min(at + size, end));
      const found = await window.show(some.map((index) => representatives[index] as Cover['representatives'][number]));
      found.forEach((outcomes, index) => {
        kept[at + index] = [some[index] as number, outcomes];
        if (lostAs(outcomes)) lost += 1;
      });
      at += some.length;
      shows += some.length;
      if (shows === lost && shows >= Math.min(FIRST, sequence.length)) throw lostIn(found.at(-1) as Outcomes, shows);
      progress(`showing situations: ${shows} of ${sequence.length}`);
    }
    await window.close();
  };
  await Promise.all(Array.from({ length: lanes }, (_, lane) => show(lane)));
  if (setting.steady.isLate) {
    setting.steady.slowDown();
    return showAll(cover, setting, first, progress);
  }
  const answers = differing(
    representatives,
    kept.filter((each) => each !== undefined),
  );
  return { answers, shows, left: sequence.length - shows };
}

function lostIn(outcomes: Outcomes, shows: number): Complaint {
  const lost = lostAs(outcomes);
  if (lost === NO_CONTROL) {
    return new Complaint(
      'the page has no control with data-command',
      'mark its controls, or write an adapter: see docs/gating-page.md',
    );
  }
  const says = lost && 'fault' in lost ? lost.says : '';
  return new Complaint(
    `the page failed in each of the first ${shows} situations, the last time: ${says}`,
    'open it and see, or write an adapter: see docs/gating-page.md',
  );
}

/**
 * The outcomes of each representative. If one was shown several times with different outcomes, all are kept: the page
 * depends on what it showed before.
 */
function differing(
  representatives: Cover['representatives'],
  kept: readonly (readonly [number, Outcomes])[],
): PageAnswers[] {
  const known = new Set<string>();
  return kept.flatMap(([index, outcomes]): PageAnswers[] => {
    const key = `${index} ${JSON.stringify([...outcomes])}`;
    if (known.has(key)) return [];
    known.add(key);
    return [{ representative: representatives[index] as Cover['representatives'][number], outcomes }];
  });
}

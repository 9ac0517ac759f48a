import { type Expectation, type Outcome, statusOf } from '../model/index.ts';
import { nearest } from '../model/near.ts';
import { LineFault, type LinePart } from './fault.ts';
import type { Kind, Vocabulary } from './vocabulary.ts';
import { choice, show } from './wording.ts';

/**
 * Reads one word after `=>`. Codes and names may contain blanks and colons and look like a status, so the catalogue is
 * tried first. On a wait there is no kind, so a status must name its entity. A code that is not in the catalogue is a
 * valid expectation that is always missed.
 */
export function readExpectation(
  text: string,
  kind: Kind | undefined,
  vocabulary: Vocabulary,
  part: LinePart,
): Expectation {
  const outcome = OUTCOMES.get(text);
  if (outcome !== undefined) return { text, outcome };
  if (vocabulary.codes.has(text)) return { text, code: text };
  const place = /^(.*):/s.exec(text)?.[1] ?? '';
  const dot = place.lastIndexOf('.');
  if (dot > 0) {
    const { kind: other, id } = vocabulary.address(place.slice(0, dot), part);
    const standing = readStanding(text, dot + 1, place.length, other, part);
    return { text, entity: `${other.name}:${id}`, ...standing };
  }
  if (kind?.phases.has(place)) return { text, ...readStanding(text, 0, place.length, kind, part) };
  if (mayBeCode(text)) return { text, code: text };
  throw unknown(text, kind, vocabulary, part);
}

/** A number or words, as in tables of codes, and not a misspelt outcome. */
const mayBeCode = (text: string): boolean => CODE.test(text) && nearest(text, OUTCOMES.keys()) === undefined;

const CODE = /^\w[\w -]{0,99}(?:: [\w -]{1,99})?$/;

const OUTCOMES: ReadonlyMap<string, Outcome> = new Map(
  (['accepted', 'rejected', 'applied', 'ignored'] as const).map((outcome) => [outcome, outcome]),
);

/** Reads the `PHASE:STATUS` that begins at `start` and is divided at `colon`. */
function readStanding(text: string, start: number, colon: number, kind: Kind, part: LinePart) {
  const phase = text.slice(start, colon);
  const statuses = kind.phases.get(phase);
  if (statuses === undefined) {
    const phases = [...kind.phases.keys()];
    const expected = phases.length > 0 ? choice(phases, 'phases') : `no phase, as ${kind.name} has none`;
    const more = { near: nearest(phase, phases), skip: start };
    throw new LineFault(part, `unknown phase ${show(phase)} of ${kind.name}`, expected, more);
  }
  const status = text.slice(colon + 1);
  if (statuses.has(status)) return { phase, status: statusOf(status) };
  const more = { near: nearest(status, statuses), skip: colon + 1 };
  throw new LineFault(part, `unknown status ${show(status)} of ${phase}`, choice(statuses, 'statuses'), more);
}

function unknown(text: string, kind: Kind | undefined, vocabulary: Vocabulary, part: LinePart): LineFault {
  const standing = kind ? 'a code, PHASE:STATUS or ENTITY.PHASE:STATUS' : 'a code or ENTITY.PHASE:STATUS';
  const expected = `accepted, rejected, applied, ignored, ${standing}`;
  const statuses = [...standings(kind, vocabulary)];
  const near =
    statuses.find((each) => each.endsWith(`.${text}`)) ??
    nearest(text, [...OUTCOMES.keys(), ...vocabulary.codes, ...statuses]);
  return new LineFault(part, `unknown expectation ${show(text)}`, expected, { near });
}

/** Every status that can be expected here, to suggest one for a misspelt word. */
function* standings(kind: Kind | undefined, vocabulary: Vocabulary): Generator<string> {
  for (const { name, phases } of kind ? [kind] : vocabulary.kinds.values()) {
    for (const [phase, statuses] of phases) {
      for (const status of statuses) yield kind ? `${phase}:${status}` : `${name}.${phase}:${status}`;
    }
  }
}

import type { GatingReport, Mismatch, SituationCount } from '../../../../gating/report.ts';
import { Complaint } from '../../../../scenario/complaint.ts';
import { show } from '../../../../scenario/wording.ts';
import { fileText } from '../../../io/text-file.ts';
import { uiAnswersOf } from './says.ts';

/** A mismatch that was accepted, in at most so many situations. */
interface KnownMismatch {
  readonly cause: string;
  readonly command: string;
  readonly answer: string;
  readonly situations: SituationCount;
}

/** Accepted mismatches. */
interface Baseline {
  readonly system: string;
  readonly entity: string;
  readonly known: readonly KnownMismatch[];
}

/** Mismatches compared with a baseline. */
export interface Compared {
  readonly file: string;
  /** New, or in more situations than the baseline has. */
  readonly fresh: readonly Mismatch[];
  readonly known: readonly Mismatch[];
  /** In the baseline, but no longer found. */
  readonly stale: readonly string[];
}

const UPDATE = 'write it with --update-baseline';

/** The baseline in a file. It must be of this system and entity. */
export function baselineIn(file: string, system: string, entity: string): Baseline {
  const text = fileText(file, UPDATE);
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Complaint(`${show(file)} is no baseline: it is no JSON`, UPDATE);
  }
  const { system: of, entity: kind, known } = (given ?? {}) as { system?: unknown; entity?: unknown; known?: unknown };
  if (!Array.isArray(known)) throw new Complaint(`${show(file)} is no baseline: it has no list "known"`, UPDATE);
  if (known.some((each) => typeof each === 'string')) {
    throw new Complaint(
      `${show(file)} is a baseline of an older form, without causes and numbers`,
      'write it anew with --update-baseline',
    );
  }
  const wrong = known.findIndex((each) => !isKnown(each));
  if (wrong >= 0) {
    const says = 'has no cause, command, answer and situations';
    throw new Complaint(`${show(file)} is no baseline: known[${wrong}] ${says}`, UPDATE);
  }
  if (of !== system || kind !== entity) {
    const words = [of, kind].map((word) => (typeof word === 'string' ? show(word) : 'nothing'));
    throw new Complaint(`${show(file)} is of ${words.join(' ')}, not of ${system} ${entity}`, UPDATE);
  }
  return { system, entity, known: known as KnownMismatch[] };
}

function isKnown(each: unknown): each is KnownMismatch {
  const { cause, command, answer, situations } = (each ?? {}) as { readonly [member: string]: unknown };
  if (![cause, command, answer].every((word) => typeof word === 'string')) return false;
  return typeof situations === 'string'
    ? /^\d{1,400}$/.test(situations)
    : Number.isSafeInteger(situations) && Number(situations) >= 0;
}

const keyOf = ({ cause, command, answer }: Omit<KnownMismatch, 'situations'>): string =>
  JSON.stringify([cause, command, answer]);

const knownOf = (mismatch: Mismatch): KnownMismatch => {
  const { cause, command, situations } = mismatch;
  return { cause, command, answer: uiAnswersOf(mismatch), situations };
};

/** Splits mismatches into fresh and known ones. */
export function compare(file: string, { known }: Pick<Baseline, 'known'>, { mismatches }: GatingReport): Compared {
  const accepted = new Map(known.map((each) => [keyOf(each), BigInt(each.situations)]));
  const isFresh = (mismatch: Mismatch): boolean => {
    const most = accepted.get(keyOf(knownOf(mismatch)));
    return most === undefined || BigInt(mismatch.situations) > most;
  };
  const found = new Set(mismatches.map((each) => keyOf(knownOf(each))));
  return {
    file,
    fresh: mismatches.filter(isFresh),
    known: mismatches.filter((each) => !isFresh(each)),
    stale: known
      .filter((each) => !found.has(keyOf(each)))
      .map(({ command, answer, cause }) => `${command} ${answer} (${cause})`),
  };
}

/** All mismatches of a report as a baseline. */
export const baselineOf = ({ system, entity, mismatches }: GatingReport): Baseline => ({
  system,
  entity,
  known: mismatches.map(knownOf),
});

export const baselineText = (report: GatingReport): string => `${JSON.stringify(baselineOf(report), undefined, 2)}\n`;

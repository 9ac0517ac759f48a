import { existsSync, readFileSync } from 'node:fs';
import { getSystemErrorMessage } from 'node:util';
import type { GatingReport, Mismatch } from '../../../../gating/report.ts';
import { Complaint } from '../../../../scenario/complaint.ts';
import { show } from '../../../../scenario/wording.ts';
import { idOf } from './says.ts';

/** Mismatches that somebody has accepted. */
export interface Baseline {
  readonly system: string;
  readonly entity: string;
  readonly known: readonly string[];
}

/** Mismatches held against a baseline. */
export interface Compared {
  readonly file: string;
  readonly fresh: readonly Mismatch[];
  readonly known: readonly Mismatch[];
  /** What the baseline has and was not found. */
  readonly stale: readonly string[];
}

const UPDATE = 'write it with --update-baseline';

/** The baseline in a file, which has to be of this system and entity. */
export function baselineIn(file: string, system: string, entity: string): Baseline {
  if (!existsSync(file)) throw new Complaint(`cannot read ${show(file)}: no such file or directory`, UPDATE);
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const { errno } = error as NodeJS.ErrnoException;
    if (errno !== undefined) throw new Complaint(`cannot read ${show(file)}: ${getSystemErrorMessage(errno)}`, UPDATE);
    throw new Complaint(`${show(file)} is no baseline: it is no JSON`, UPDATE);
  }
  const { system: of, entity: kind, known } = (given ?? {}) as { system?: unknown; entity?: unknown; known?: unknown };
  if (!Array.isArray(known) || !known.every((each) => typeof each === 'string')) {
    throw new Complaint(`${show(file)} is no baseline: it has no list "known" of words`, UPDATE);
  }
  if (of !== system || kind !== entity) {
    throw new Complaint(`${show(file)} is of ${String(of)} ${String(kind)}, not of ${system} ${entity}`, UPDATE);
  }
  return { system, entity, known };
}

/** Sorts mismatches into those that are new and those that are known. */
export function compare(file: string, { known }: Pick<Baseline, 'known'>, { mismatches }: GatingReport): Compared {
  const found = new Set(mismatches.map(idOf));
  return {
    file,
    fresh: mismatches.filter((each) => !known.includes(idOf(each))),
    known: mismatches.filter((each) => known.includes(idOf(each))),
    stale: known.filter((id) => !found.has(id)),
  };
}

/** All mismatches of a report as a baseline, a line each, so that a change of it can be read. */
export function baselineText({ system, entity, mismatches }: GatingReport): string {
  return `${JSON.stringify({ system, entity, known: [...new Set(mismatches.map(idOf))] }, undefined, 2)}\n`;
}

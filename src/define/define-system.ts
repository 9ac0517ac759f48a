import type { System } from '../model/index.ts';
import { type PartPath, written } from './finding.ts';
import { shapeOfSystem } from './shape.ts';
import { checkSystem } from './system.ts';
import { defineSystem as unchecked } from './unchecked.ts';

/**
 * The definition of a system is wrong. The message names the path of the part and, if possible, what was probably
 * meant.
 */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
  /** All findings, one line each. */
  readonly findings: readonly string[];

  constructor(findings: readonly string[]) {
    super(findings[0]);
    this.findings = findings;
  }
}

/**
 * Makes a system from its parts: codes, entities, and how a change in one reaches another. Every name is looked up
 * before anything runs; no function of the definition is called for that.
 *
 * @throws DefinitionError if a part is wrong
 */
export function defineSystem<const S extends System>(definition: S): S {
  const findings = findingsIn(definition);
  if (findings.length > 0) throw new DefinitionError(findings);
  return unchecked(definition);
}

/** What is wrong with a definition, one line per finding. */
export function findingsIn(definition: unknown): string[] {
  const findings: string[] = [];
  const report = (path: PartPath, says: string): void => {
    const place = written(path);
    findings.push(place === '' ? `the definition ${says}` : `${place}: ${says}`);
  };
  shapeOfSystem(definition, [], report);
  if (findings.length === 0) checkSystem(definition as System, report);
  return findings;
}

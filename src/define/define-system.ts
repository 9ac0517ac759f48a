import type { System } from '../model/index.ts';
import { type PartPath, written } from './finding.ts';
import { shapeOfSystem } from './shape.ts';
import { checkSystem } from './system.ts';
import { defineSystem as unchecked } from './unchecked.ts';

/** A definition that cannot be a system: one line, with the path of the part that is wrong and what may be meant. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
  /** All that was found, a line each. */
  readonly findings: readonly string[];

  constructor(findings: readonly string[]) {
    super(findings[0]);
    this.findings = findings;
  }
}

/**
 * Makes a system of its parts: codes, entities, and how a change in one reaches another. All that the parts name is looked
 * up before anything runs; nothing of the definition is called for that.
 *
 * @throws DefinitionError where a part is wrong
 */
export function defineSystem<const S extends System>(definition: S): S {
  const findings = findingsIn(definition);
  if (findings.length > 0) throw new DefinitionError(findings);
  return unchecked(definition);
}

/** What is wrong with a definition, a line each. */
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

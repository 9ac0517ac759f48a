import { type Code, type CodeName, once, type System } from '../model/index.ts';
import { type CompiledLifecycle, compile } from './compile.ts';

/** What is computed from a system's data once, when first needed. */
export interface CompiledSystem {
  readonly lifecycles: ReadonlyMap<string, CompiledLifecycle>;
  /** The name of each code. If a code has two rows, the first counts. */
  readonly names: ReadonlyMap<Code, CodeName>;
}

export const compileSystem = once((system: System): CompiledSystem => {
  const heard = new Set(system.links.flatMap(({ signals }) => signals));
  const lifecycles = new Map(Object.entries(system.entities).map(([kind, each]) => [kind, compile(each, heard)]));
  const names = new Map<Code, CodeName>();
  for (const { code, name } of system.codes) if (!names.has(code)) names.set(code, { code, name });
  return { lifecycles, names };
});

/** A code with its name. A code in no row of the catalogue has the system's name for unlisted codes. */
export const nameOf = (system: System, code: Code): CodeName =>
  compileSystem(system).names.get(code) ?? { code, name: system.unlisted ?? String(code) };

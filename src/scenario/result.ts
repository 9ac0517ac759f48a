import { LineFault } from './fault.ts';
import { NO_PARAMS, ParamSet, type Statement } from './statement.ts';
import { called, isObject, type Json, SCALAR, textOf } from './value.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Whether an object is the result of a step, as `simulate --json` writes it. */
export const isResult = (object: Json): boolean => Object.hasOwn(object, 'step') && Object.hasOwn(object, 'outcome');

/** The step of a result, which expects the same outcome, codes and statuses again. */
export function readResult(object: Json, vocabulary: Vocabulary): Statement {
  const { to, type, params = {}, wait } = object;
  const expect = expectationsOf(object);
  if (to === undefined && type === 'wait') {
    const span = textOf(wait);
    if (span === undefined) throw fault('the result of a wait without its length', '"wait":"300s"');
    return { is: 'wait', wait: span, expect };
  }
  if (typeof to !== 'string') throw fault('a result without an entity', '"to":"job:1"');
  if (typeof type !== 'string') throw fault('a result without an event', '"type":"scan.start"');
  if (!isObject(params)) throw fault(called(params), 'parameters, as in "params":{"code":"1070"}');
  return { is: 'event', to: vocabulary.address(to, 'to'), type, params: paramsOf(params), expect };
}

/** The outcome, the codes of the rejection and of errors, and the final status of each phase that changed. */
function expectationsOf({ outcome, error, changes = [] }: Json): readonly string[] {
  if (typeof outcome !== 'string') throw fault(called(outcome), 'an outcome, as in "outcome":"accepted"');
  if (!Array.isArray(changes)) throw fault(called(changes), 'a list of changes');
  const codes = new Set(codeOf(error));
  const statuses = new Map<string, string>();
  for (const change of changes as readonly unknown[]) {
    if (!isObject(change)) throw fault(called(change), 'a change, with entity, phase and status');
    const { entity, phase, status } = change;
    for (const code of codeOf(change.error)) codes.add(code);
    statuses.set(`${String(entity)}.${String(phase)}`, String(status));
  }
  return [outcome, ...codes, ...Array.from(statuses, (standing) => standing.join(':'))];
}

function codeOf(error: unknown): readonly string[] {
  if (error === undefined) return [];
  const code = isObject(error) ? textOf(error.code) : undefined;
  if (code === undefined) throw fault(called(error), 'an error, as in "error":{"code":650}');
  return [code];
}

function paramsOf(params: Json): ParamSet | typeof NO_PARAMS {
  let read: ParamSet | undefined;
  for (const [key, value] of Object.entries(params)) {
    const text = textOf(value);
    if (text === undefined) throw fault(called(value), SCALAR);
    read ??= new ParamSet();
    read[key] = text;
  }
  return read ?? NO_PARAMS;
}

/** A fault anywhere in a result has the place of its object. */
const fault = (found: string, expected: string): LineFault => new LineFault('type', found, expected);

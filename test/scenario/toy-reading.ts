import { expect, it } from 'vitest';
import type { EventStep, Step } from '../../src/model/index.ts';
import { readScenario, ScenarioError, stepsOf } from '../../src/scenario/index.ts';
import { toy } from './toy.ts';

export const read = (text: string): Step[] => readScenario(toy, text, 'toy.txt');

/** The message that refuses a text. */
export function refusal(text: string): string {
  try {
    return `read as ${JSON.stringify(read(text))}`;
  } catch (error) {
    if (error instanceof ScenarioError) return error.message;
    throw error;
  }
}

/** What a stream gives: its steps, and the message at which it ends early. */
export async function streamed(chunks: Iterable<Uint8Array | string>): Promise<{ steps: Step[]; message?: string }> {
  const steps: Step[] = [];
  try {
    for await (const step of stepsOf(toy, pieces(chunks), 'toy.txt')) steps.push(step);
  } catch (error) {
    if (error instanceof ScenarioError) return { steps, message: error.message };
    throw error;
  }
  return { steps };
}

async function* pieces(chunks: Iterable<Uint8Array | string>): AsyncGenerator<Uint8Array | string> {
  yield* chunks;
}

/** A test named after the line, which reads as one step. */
export const reads = (text: string, step: Step): void => it(nameOf(text), () => expect(read(text)).toEqual([step]));

/** A test named after the line, which is refused with this message after the file's name. */
export const refuses = (text: string, message: string): void =>
  it(nameOf(text), () => expect(refusal(text)).toBe(`toy.txt:${message}`));

export const event = (kind: string, id: string, type: string, params: EventStep['params'] = {}): EventStep => ({
  kind,
  id,
  type,
  params,
});

const nameOf = (text: string): string => JSON.stringify(text).slice(1, -1).slice(0, 100);

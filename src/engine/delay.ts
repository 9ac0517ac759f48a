import { type Question, type System, secondsOf } from '../model/index.ts';

/** How long a delay of a chart is: `5m` says it itself, a name is looked up in the system. */
export function secondsOfDelay(system: System, delay: string, question: Question): number {
  const named = system.delays[delay];
  const seconds = named ? named(question) : secondsOf(delay);
  if (seconds === undefined) throw new Error(`${system.name} has no delay ${delay}`);
  return seconds;
}

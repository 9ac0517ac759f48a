import { type Question, type System, secondsOf } from '../model/index.ts';

/** The seconds of a chart's delay: `5m` is a literal; the system looks up a name. */
export function secondsOfDelay(system: System, delay: string, question: Question): number {
  const named = system.delays[delay];
  const seconds = named ? named(question) : secondsOf(delay);
  if (seconds === undefined) throw new Error(`${system.name} has no delay ${delay}`);
  return seconds;
}

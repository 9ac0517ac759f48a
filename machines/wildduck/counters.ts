/** The count since a window opened, and when the window closes. From that second on the count is 0. */
export type Counter = { amount: number; until: number };

export const freshCounter = (): Counter => ({ amount: 0, until: 0 });

/** The length of the window for failures, and the number that fills it (wildduck 2). */
const FAILURE_WINDOW = 120;
const FAILURES = 12;

/** The length of the window for recipients and bytes (wildduck 4). */
const DAY = 86_400;

export const amountOf = ({ amount, until }: Counter, now: number): number => (now < until ? amount : 0);

export const isFullOfFailures = (counter: Counter, now: number): boolean => amountOf(counter, now) >= FAILURES;

export const countFailure = (counter: Counter, now: number): void => add(counter, 1, now, FAILURE_WINDOW);

export const countInDay = (counter: Counter, amount: number, now: number): void => add(counter, amount, now, DAY);

export const reset = (counter: Counter): void => void Object.assign(counter, freshCounter());

/** The first amount above 0 opens the window. */
function add(counter: Counter, amount: number, now: number, span: number): void {
  const before = amountOf(counter, now);
  if (before === 0 && amount > 0) counter.until = now + span;
  counter.amount = before + amount;
}

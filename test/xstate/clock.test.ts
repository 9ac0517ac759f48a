import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { patientClock } from '../../src/xstate/clock.ts';

const DAY = 86_400_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a delay of 30 days fires after 30 days, and not before', () => {
  const fire = vi.fn();
  patientClock.setTimeout(fire, 30 * DAY);
  vi.advanceTimersByTime(30 * DAY - 1);
  expect(fire).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(fire).toHaveBeenCalledTimes(1);
});

test('a delay that is cleared on its second part does not fire', () => {
  const fire = vi.fn();
  const wait = patientClock.setTimeout(fire, 60 * DAY);
  vi.advanceTimersByTime(40 * DAY);
  patientClock.clearTimeout(wait);
  vi.advanceTimersByTime(60 * DAY);
  expect(fire).not.toHaveBeenCalled();
});

test('a short delay is one timer', () => {
  const fire = vi.fn();
  patientClock.setTimeout(fire, 5);
  vi.advanceTimersByTime(5);
  expect(fire).toHaveBeenCalledTimes(1);
});

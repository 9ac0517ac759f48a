/** The longest that a timer of the platform can wait: beyond it, it fires at once. */
const LONGEST = 2 ** 31 - 1;

/**
 * A clock for actors that run in real time: `createActor(machine, { clock: patientClock })`. Delays of more than 24 days,
 * such as the 30 days that a download link lives, are waited for in parts; the platform's own timers would fire at once.
 */
export const patientClock = {
  setTimeout(fire: (...args: unknown[]) => void, delay: number): Wait {
    const wait: Wait = { handle: undefined };
    const on = (left: number): void => {
      wait.handle = setTimeout(() => (left > LONGEST ? on(left - LONGEST) : fire()), Math.min(left, LONGEST));
    };
    on(delay);
    return wait;
  },
  clearTimeout({ handle }: Wait): void {
    clearTimeout(handle);
  },
};

interface Wait {
  handle: ReturnType<typeof setTimeout> | undefined;
}

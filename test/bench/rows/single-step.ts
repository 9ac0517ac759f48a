import type { AnyMachineSnapshot } from 'xstate';
import { egnyte, jobMachine } from '../../../machines/egnyte/index.ts';
import { World } from '../../../src/engine/world.ts';
import { type Situation, type Stepper, stepper as stepperOf } from '../../../src/index.ts';
import { type Contestant, compete, type Laps, ratio } from '../compete.ts';
import { robotOf } from '../robot.ts';
import { atLeast, type Row, rounded } from '../row.ts';
import { walkOf } from '../walk.ts';
import { type Event, step, waysOf } from '../xstate.ts';

export default {
  title: 'Single step',
  says:
    'One step through the public API: an event goes in by its name, with parameters, and an object with the ' +
    'outcome, the code and the next situation comes out. All take the same random walk of commands and reports ' +
    'of a job with its usual facts; after every step our answer and the status of each phase were compared with ' +
    'XState’s. robot3 has no parallel states: it has the region of the scan alone, with the same guards, on a ' +
    'walk of the scan’s events. The same walk by our stepper, on the whole job, stands beside it.',
  async run(scale) {
    const [steps, rounds] = scale === 'full' ? [10_000, 11] : scale === 'quick' ? [2000, 5] : [50, 1];
    const stepper = stepperOf('egnyte', 'job');
    const register = stepper.letter('agent register', { version: '3.20.0' });
    const { commands, reports } = egnyte.entities.job;
    const said = ({ kind, event }: { kind: string; event: string }): boolean =>
      kind === 'job' && (Object.hasOwn(commands, event) || Object.hasOwn(reports, event));
    const eventsOf = (letters: Iterable<number>): Event[] =>
      Array.from(letters, (letter) => stepper.letters[letter] as (typeof stepper.letters)[number]).map(
        ({ event, params }) => ({
          type: event,
          ...params,
        }),
      );

    const events = eventsOf(walkOf(stepper, [register], steps + 1, said).subarray(1));
    const from = stepper.step(stepper.initial, 'agent register', { version: '3.20.0' }).situation;
    const ways = waysOf(jobMachine);
    agree(stepper, from, events, ways);
    // The walk is repeated so that a lap of ours is long enough to be measured.
    const times = scale === 'tiny' ? 1 : 100;
    const all = await compete(
      [
        ours(stepper, from, events, times),
        ...ways.map(({ name, run }): Contestant => ({ name, run: () => run(events) && events.length })),
      ],
      rounds,
    );
    const scan = await scans(stepper, from, eventsOf, steps, rounds, times);
    const [own, pure] = all as [Laps, Laps];
    const over = ratio(own, pure);
    return {
      columns: ['', 'steps/s', 'ns a step', 'stepper, times as fast'],
      lines: [...linesOf(all), ...linesOf(scan)],
      bars: [atLeast('a single step, over XState transition()', 500, over.middle, '×')],
      notes: [],
    };
  },
} satisfies Row;

function linesOf([own, ...others]: readonly Laps[]): string[][] {
  if (!own) return [];
  const line = (name: string, rate: number, against: string) => [
    name,
    rounded(Math.round(rate)),
    rounded(1e9 / rate),
    against,
  ];
  return [
    line(own.name, own.rate, '1'),
    ...others.map((other) => {
      const { middle, least, most } = ratio(own, other);
      return line(other.name, other.rate, `${rounded(middle)} (${rounded(least)} to ${rounded(most)})`);
    }),
  ];
}

const ours = (
  stepper: Stepper,
  from: Situation,
  events: readonly Event[],
  times: number,
  name = 'stepper.step()',
): Contestant => {
  const steps = events.map(({ type, ...params }) => ({ type, params }));
  return {
    name,
    run() {
      let refused = 0;
      for (let time = 0; time < times; time += 1) {
        let situation = from;
        for (const { type, params } of steps) {
          const stepped = stepper.step(situation, type, params);
          ({ situation } = stepped);
          if (stepped.error !== undefined) refused += 1;
        }
      }
      if (refused > times * steps.length) throw new Error('more was refused than asked');
      return times * steps.length;
    },
  };
};

/** Every step of the walk, in all ways: outcome and statuses must be the same. */
function agree(stepper: Stepper, from: Situation, events: readonly Event[], ways: ReturnType<typeof waysOf>): void {
  const [pure] = ways;
  const end = ways.map(({ run }) => run(events));
  let situation = from;
  let snapshot = pure?.run([]) as AnyMachineSnapshot;
  const phases = Object.keys(stepper.statuses(from));
  const standing = (at: AnyMachineSnapshot): string => phases.map((phase) => String(at.value[phase])).join();
  for (const event of events) {
    const { type, ...params } = event;
    const { outcome, situation: next } = stepper.step(situation, type, params);
    const can = snapshot.can(event);
    if (outcome === 'rejected' ? can : outcome === 'accepted' && !can)
      throw new Error(`${type}: XState says ${can}, the stepper ${outcome}`);
    snapshot = step(jobMachine, snapshot, event);
    situation = next;
    const own = Object.values(stepper.statuses(situation)).map(String).join();
    if (standing(snapshot) !== own)
      throw new Error(`${type}: XState stands in ${standing(snapshot)}, the stepper in ${own}`);
  }
  for (const [way, at] of end.entries()) {
    if (standing(at) !== standing(snapshot)) throw new Error(`${ways[way]?.name} ends elsewhere than the others`);
  }
}

/** robot3 and our stepper on the events of the scan. */
async function scans(
  stepper: Stepper,
  from: Situation,
  eventsOf: (letters: Iterable<number>) => Event[],
  steps: number,
  rounds: number,
  times: number,
): Promise<Laps[]> {
  const world = new World(egnyte);
  const opening = ['create', 'create.started', 'create.succeeded'];
  let ready = from;
  world.tell(world.touch('agent', '1'), 'register', { version: '3.20.0' });
  for (const event of opening) {
    ready = stepper.step(ready, event).situation;
    world.tell(world.touch('job', '1'), event, {});
  }
  const job = world.peek('job', '1');
  const letters = [
    stepper.letter('agent register', { version: '3.20.0' }),
    ...opening.map((event) => stepper.letter(event)),
  ];
  const walk = walkOf(
    stepper,
    letters,
    steps + letters.length,
    ({ kind, event }) => kind === 'job' && event.startsWith('scan.'),
  );
  const events = eventsOf(walk.subarray(letters.length));
  const start = robotOf(world, job, 'SCAN');
  const service = start();
  let situation = ready;
  for (const event of events) {
    const { type, ...params } = event;
    situation = stepper.step(situation, type, params).situation;
    service.send(event);
    const [theirs, own] = [service.machine.current, String(stepper.statuses(situation).SCAN)];
    if (theirs !== own) throw new Error(`${type}: robot3 stands in ${theirs}, the stepper in ${own}`);
  }
  const robot: Contestant = {
    name: 'robot3, the scan alone',
    run() {
      for (let time = 0; time < times; time += 1) {
        const lap = start();
        for (const event of events) lap.send(event);
      }
      return times * events.length;
    },
  };
  return compete([ours(stepper, ready, events, times, 'stepper.step(), events of the scan'), robot], rounds);
}

import { describe, expect, it } from 'vitest';
import { systems } from '../../machines/index.ts';
import { alphabetOf } from '../../src/engine/sample-lines.ts';
import { Simulator } from '../../src/engine/simulate.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { MoveLog } from '../../src/session/move-log.ts';
import { Session } from '../../src/session/session.ts';
import { Watched } from '../../src/session/watched.ts';
import { fc } from '../random/fast-check.ts';
import { seedOr } from '../random/seed.ts';

const SEED = seedOr(20_261_129);

/** What can be done to a session, drawn at random; a line is drawn by its number in the alphabet. */
type Deed = { send: number } | 'undo' | 'redo' | 'fork' | { at: number };

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: fc.nat().map((send) => ({ send })) },
  { weight: 3, arbitrary: fc.constant<Deed>('undo') },
  { weight: 2, arbitrary: fc.constant<Deed>('redo') },
  { weight: 1, arbitrary: fc.constant<Deed>('fork') },
  { weight: 1, arbitrary: fc.nat().map((at) => ({ at })) },
);

describe.each(Object.values(systems))('a session of $name', (system) => {
  const lines = ['given ready', 'wait 1h', ...alphabetOf(system)];

  it('stands where a replay of its scenario stands, and took the same transitions, whatever was undone, redone, forked and gone back to', () => {
    fc.assert(
      fc.property(fc.array(deeds, { minLength: 100, maxLength: 400 }), (list) => {
        let session = new Session(system, new MoveLog());
        for (const deed of list) session = done(session, deed, lines);
        const replay = new Simulator(system);
        const results = readScenario(system, session.toScenario()).map((step) => replay.run(step));
        expect(session.turns.flatMap((turn) => turn.results)).toEqual(results);
        expect(session.views()).toEqual(replay.standing());
        expect(session.now).toBe(replay.world.now);
        const watched = new Watched(system, 'scenario');
        for (const step of readScenario(system, session.toScenario())) watched.take(step);
        expect(session.turns.flatMap(({ moves }) => moves)).toEqual(watched.moves);
      }),
      { seed: SEED, numRuns: 80 },
    );
  }, 60_000);
});

function done(session: Session, deed: Deed, lines: readonly string[]): Session {
  if (deed === 'fork') return session.fork();
  if (deed === 'undo') session.undo();
  else if (deed === 'redo') session.redo();
  else if ('send' in deed) session.send(lines[deed.send % lines.length] as string);
  else {
    const last = session.turns.at(-1)?.results.at(-1)?.step ?? 0;
    return session.at(deed.at % (last + 1));
  }
  return session;
}

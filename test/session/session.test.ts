import { beforeEach, describe, expect, it } from 'vitest';
import { systems } from '../../machines/index.ts';
import { Session } from '../../src/session/session.ts';
import { toy } from '../scenario/toy.ts';

describe('a session', () => {
  let session: Session;

  beforeEach(() => {
    session = new Session(systems.egnyte);
    session.send('given ready');
    session.send('job scan.start');
  });

  const scan = () => session.view('job').phases.SCAN;

  it('answers a step at once', () =>
    expect(session.send('job copy.start')).toMatchObject({ outcome: 'rejected', error: { code: 650 } }));

  it('takes steps as objects', () =>
    expect(session.send({ to: 'job', type: 'scan.stop' })).toMatchObject({ outcome: 'accepted' }));

  it('counts steps over the opening', () =>
    expect(session.send('wait 1s').step).toBe(session.turns.flatMap(({ steps }) => steps).length));

  it('takes a step back', () => {
    session.undo();
    expect(scan()).toBe('SUCCEEDED');
  });

  it('takes it again', () => {
    session.undo();
    session.redo();
    expect(scan()).toBe('QUEUED');
  });

  it('undoes an opening as one', () => {
    session.undo();
    session.undo();
    expect([session.undo(), session.views().filter(({ entity }) => entity === 'job:1')]).toEqual([false, []]);
  });

  it('forgets what was undone once it goes another way', () => {
    session.undo();
    session.send('job sync.start');
    expect([session.redo(), session.undone, session.toScenario()]).toEqual([
      false,
      [],
      'given ready\njob sync.start\n',
    ]);
  });

  it('is not moved by its fork', () => {
    session.fork().send('job scan.stop');
    expect(scan()).toBe('QUEUED');
  });

  it('moves the clock, and back', () => {
    session.send('wait 2h');
    expect(session.now).toBe(7200);
    session.undo();
    expect(session.now).toBe(0);
  });

  it('stands where it stood after a step, with what came later to be redone', () => {
    const earlier = session.at(6);
    expect(earlier.view('job').phases.SCAN).toBe('SUCCEEDED');
    expect(earlier.undone.map(({ line }) => line)).toEqual(['job scan.start']);
  });

  it('has no step that was not taken', () => expect(() => session.at(99)).toThrow('at: there is no step 99'));

  it('says of every command what it would be answered', () => {
    const { 'copy.start': copy, 'scan.stop': stop } = session.ask('job');
    expect(copy).toEqual({
      allowed: false,
      code: 650,
      name: 'SCAN_INPROGRESS_ERR',
      reason: 'the scan is queued or running',
      mark: 'S',
    });
    expect(stop).toEqual({ allowed: true });
  });

  it('stays as it was where a step cannot be read', () => {
    expect(() => session.send('job scan.stop now=1')).toThrow(/now/);
    expect([scan(), session.turns.length]).toEqual(['QUEUED', 2]);
  });

  it('knows its entities', () => expect(() => session.view('hub')).toThrow('session: there is no entity "hub"'));

  it('means the only entity of a kind by the kind alone', () =>
    expect(new Session(toy).view('hub').entity).toBe('hub:main'));

  it('says when the next timer fires', () => {
    session.undo();
    session.send('agent retire');
    expect(session.untilTimer).toBe(300);
  });
});

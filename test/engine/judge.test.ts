import { expect, it } from 'vitest';
import { judge } from '../../src/engine/judge.ts';
import { World } from '../../src/engine/world.ts';
import { sound } from '../toys/toys.ts';

/** What the judge says to an event of a lamp that was never switched on. */
const answerTo = (type: string, id = '1') => judge(new World(sound), { kind: 'lamp', id, type, params: {} });

it.each<[what: string, answer: object, expected: object]>([
  ['a command that no gate refuses', answerTo('switchOn'), { accepted: true }],
  [
    'a command that a gate refuses',
    answerTo('switchOff'),
    { accepted: false, code: 6, rule: sound.entities.lamp.rules.switchOff[0] },
  ],
  [
    'a fact that refuses',
    answerTo('switchOn', 'unplugged'),
    { accepted: false, code: 5, rule: sound.entities.lamp.rules.switchOn[0] },
  ],
  ['an event that the entity does not know', answerTo('flicker'), { accepted: false, code: 9 }],
  ['a report, which is no command', answerTo('burnt'), { accepted: false, code: 9 }],
])('the judge answers %s', (_, answer, expected) => expect(answer).toEqual(expected));

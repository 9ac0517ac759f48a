import { expect, it } from 'vitest';
import { judge } from '../../src/engine/judge.ts';
import { World } from '../../src/engine/world.ts';
import type { System } from '../../src/model/index.ts';
import { lamp, sound, withLamp } from '../toys/toys.ts';

/** The judge's answer to an event of a lamp that was never switched on. */
const answerTo = (type: string, id = '1', system: System = sound) =>
  judge(new World(system), { kind: 'lamp', id, type, params: {} });

/** Accepts switching off if the lamp was never switched on; then nothing happens. */
const pass = { gate: '0', when: { LIGHT: null }, accepts: true, mark: 'I' } as const;
const lenient = withLamp({ rules: { ...lamp.rules, switchOff: [pass, ...lamp.rules.switchOff] } });

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
  ['a command that a gate accepts', answerTo('switchOff', '1', lenient), { accepted: true, rule: pass }],
  ['an event that the entity does not know', answerTo('flicker'), { accepted: false, code: 9 }],
  ['a report, which is no command', answerTo('burnt'), { accepted: false, code: 9 }],
])('the judge answers %s', (_, answer, expected) => expect(answer).toEqual(expected));

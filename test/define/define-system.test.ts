import { describe, expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { DefinitionError, defineSystem, findingsIn } from '../../src/define/define-system.ts';
import { isSystem } from '../../src/define/unchecked.ts';
import type { System } from '../../src/model/index.ts';
import { lamp, sound } from '../toys/toys.ts';

/** Any definition, as someone may write it without the types. */
type Loose = { [part: string]: unknown };

const { LIGHT } = lamp.chart.states;
const with_ = (change: object): Loose => ({ ...sound, ...change });
const entity = (change: object): Loose => with_({ entities: { lamp: { ...lamp, ...change } } });
const chart = (change: object): Loose => entity({ chart: { ...lamp.chart, ...change } });
const light = (change: object): Loose => chart({ states: { LIGHT: { ...LIGHT, ...change } } });
const off = (on: object, more: object = {}): Loose =>
  light({ states: { ...LIGHT.states, OFF: { on: { switchOn: 'ON', ...on }, ...more } } });
const rule = (change: object): Loose => entity({ rules: { switchOff: [{ ...lamp.rules.switchOff[0], ...change }] } });
const when = (condition: unknown): Loose => rule({ when: condition });
const fact = (change: object): Loose => entity({ facts: { plugged: { ...lamp.facts.plugged, ...change } } });
const event = (spec: object): Loose => entity({ commands: { ...lamp.commands, dim: { says: 'dims', ...spec } } });
const param = (spec: object, more: object = {}): Loose => event({ params: { to: spec }, ...more });

const OFF = 'entities.lamp.chart.states.LIGHT.states.OFF';
const RULE = 'entities.lamp.rules.switchOff[0]';

const faults: readonly [wrong: string, definition: unknown, says: string][] = [
  ['nothing at all', undefined, 'the definition is missing; it must be an object'],
  ['a list', [], 'the definition is a list; it must be an object'],
  ['a missing part', with_({ ready: undefined }), 'ready: is missing; it must be a list'],
  ['a misspelt part', with_({ setle: () => undefined }), 'setle: no part setle; did you mean settle?'],
  ['a part of the wrong type', with_({ links: {} }), 'links: is an object; it must be a list'],
  ['an empty name', with_({ name: '' }), 'name: is an empty text; it must be a text'],
  ['a function as a title', with_({ title: () => [1, 2] }), 'title: is a function; it must be a text'],
  ['a name of two words', with_({ name: 'a toy' }), 'name: must consist of letters, digits, _ and -'],
  ['no entity', with_({ entities: {} }), 'entities: is empty; a system needs an entity'],

  ['a row twice', with_({ codes: [...sound.codes, sound.codes[0]] }), 'codes[6]: the row 1 CODE_1 is also at codes[0]'],
  [
    'an unknown kind of code',
    with_({ codes: [{ ...sound.codes[0], kind: 'state' }] }),
    'codes[0].kind: no kind of code state; did you mean state-rejection?',
  ],
  [
    'an unknown mark of a row',
    with_({ codes: [{ ...sound.codes[0], mark: 'S' }, ...sound.codes.slice(1)] }),
    'codes[0].mark: no mark S; it is I',
  ],
  [
    'a mark with another letter',
    with_({ marks: { ...sound.marks, X: 'guessed' } }),
    'marks.X: no mark X; it is S, D, F, O or I',
  ],
  ['a code of unknown events without a row', with_({ unknownEvent: 99 }), 'unknownEvent: no code 99; did you mean 9?'],
  ['an unknown mark of unknown events', with_({ unknownEventMark: 'D' }), 'unknownEventMark: no mark D; it is I'],
  [
    'a status whose code is in no row',
    entity({ phases: { LIGHT: { ...lamp.phases.LIGHT, ON: 11 } } }),
    'entities.lamp.phases.LIGHT.ON: no code 11; did you mean 1?',
  ],

  [
    'an entity under another key',
    with_({ entities: { lmap: lamp } }),
    "entities.lmap.kind: is lamp; it must be lmap, the entity's key",
  ],
  [
    'an entity called wait',
    with_({ entities: { wait: { ...lamp, kind: 'wait' } } }),
    'entities.wait: cannot be named wait; a kind is a word of letters, digits, _ and -, but not wait or given',
  ],
  [
    'a singleton with an invalid id',
    entity({ singleton: 'the one' }),
    'entities.lamp.singleton: the one is not an id; ids consist of letters, digits, _, - and .',
  ],
  [
    'an id of a chart with a dot',
    chart({ id: 'toy.lamp' }),
    'entities.lamp.chart.id: has a dot; a dot separates a region from its state',
  ],
  ['a chart without a region', chart({ states: {} }), 'entities.lamp.chart.states: is empty; it needs a region'],
  [
    'a region with a dot',
    chart({ states: { LIGHT, 'a.b': { initial: 'x', states: { x: {} } } } }),
    'entities.lamp.chart.states["a.b"]: has a dot in its name; a dot separates a region from its state',
  ],
  [
    'a region called any',
    chart({ states: { LIGHT, any: { initial: 'x', states: { x: {} } } } }),
    'entities.lamp.chart.states.any: cannot be named any, which combines conditions',
  ],
  [
    'a state with a dot',
    chart({ states: { LIGHT, mode: { initial: 'x.y', states: { 'x.y': {} } } } }),
    'entities.lamp.chart.states.mode.states["x.y"]: has a dot in its name; a dot separates a region from its state',
  ],
  [
    'an unknown initial state',
    light({ initial: 'OFFF' }),
    'entities.lamp.chart.states.LIGHT.initial: no status OFFF; did you mean OFF?',
  ],
  [
    '33 states',
    chart({
      states: {
        LIGHT,
        many: { initial: 's0', states: Object.fromEntries(Array.from({ length: 33 }, (_, each) => [`s${each}`, {}])) },
      },
    }),
    'entities.lamp.chart.states.many.states: has more than 32 states; split it into two regions',
  ],
  ['an unknown target', off({ switchOff: 'OFFF' }), `${OFF}.on.switchOff: no status OFFF; did you mean OFF?`],
  [
    'an unknown target of a transition written as an object',
    off({ switchOff: { target: 'NO' } }),
    `${OFF}.on.switchOff.target: no status NO; did you mean ON?`,
  ],
  [
    'an unknown target in a list',
    off({ switchOff: ['OFF', 'OFFF'] }),
    `${OFF}.on.switchOff[1]: no status OFFF; did you mean OFF?`,
  ],
  [
    'a misspelt key of a transition',
    off({ switchOff: { traget: 'OFF' } }),
    `${OFF}.on.switchOff.traget: no part traget; did you mean target?`,
  ],
  [
    'an unknown region in a target of the whole chart',
    chart({ on: { switchOff: 'LIHGT.OFF' } }),
    'entities.lamp.chart.on.switchOff: no region LIHGT; did you mean LIGHT?',
  ],
  [
    'a target of the whole chart without its state',
    chart({ on: { switchOff: 'LIGHT' } }),
    'entities.lamp.chart.on.switchOff: names no state; on the whole chart it must be LIGHT.STATE',
  ],
  [
    'an unknown state in a target of the whole chart',
    chart({ on: { switchOff: 'LIGHT.OFFF' } }),
    'entities.lamp.chart.on.switchOff: no status OFFF; did you mean OFF?',
  ],
  [
    'an event that nobody sends',
    off({ swichOff: 'OFF' }),
    `${OFF}.on.swichOff: no event swichOff; did you mean switchOff?`,
  ],
  [
    'a signal that nobody raises',
    off({ 'entered LIGHT.NO': 'ON' }),
    `${OFF}.on["entered LIGHT.NO"]: no event entered LIGHT.NO; did you mean entered LIGHT.ON?`,
  ],
  [
    'an unknown effect of a transition',
    off({ switchOff: { actions: ['glow'] } }),
    `${OFF}.on.switchOff.actions[0]: no effect glow; there is none`,
  ],
  ['a delay without a length', off({}, { after: { soon: 'ON' } }), `${OFF}.after.soon: no delay soon; there is none`],
  [
    'an error that is in no row',
    off({ switchOff: { target: 'OFF', error: 77 } }),
    `${OFF}.on.switchOff.error: no code 77; did you mean 7?`,
  ],
  [
    'an error from an unknown parameter',
    off({ burnt: { target: 'BROKEN', error: '$cod' } }),
    `${OFF}.on.burnt.error: no parameter cod; did you mean code?`,
  ],
  [
    'an unknown mark of a transition',
    off({ switchOff: { target: 'OFF', mark: 'S' } }),
    `${OFF}.on.switchOff.mark: no mark S; it is I`,
  ],
  [
    'a guard with an unknown region',
    off({ switchOff: { guard: { LIHGT: 'ON' } } }),
    `${OFF}.on.switchOff.guard.LIHGT: no region or fact LIHGT; did you mean LIGHT?`,
  ],

  [
    'a phase that is in no chart',
    entity({ phases: { ...lamp.phases, LIHGT: {} } }),
    'entities.lamp.phases.LIHGT: no phase LIHGT; did you mean LIGHT?',
  ],
  [
    'a status that is in no chart',
    entity({ phases: { LIGHT: { ...lamp.phases.LIGHT, DIM: 1 } } }),
    'entities.lamp.phases.LIGHT.DIM: no status DIM; it is ON, OFF or BROKEN',
  ],
  [
    'a status without a code',
    entity({ phases: { LIGHT: { ON: 1, OFF: 2 } } }),
    'entities.lamp.phases.LIGHT: has no code for BROKEN; use null if the vendor has none',
  ],
  [
    'a phase without codes',
    entity({ phases: {} }),
    'entities.lamp.phases: has no codes for LIGHT; regions in capitals are phases',
  ],

  [
    'rules of an unknown command',
    entity({ rules: { swichOff: [] } }),
    'entities.lamp.rules.swichOff: no command swichOff; did you mean switchOff?',
  ],
  ['an unknown code of a rule', rule({ code: 66 }), `${RULE}.code: no code 66; did you mean 6?`],
  ['an unknown mark of a rule', rule({ mark: 'S' }), `${RULE}.mark: no mark S; it is I`],
  ['an unknown effect of a rule', rule({ effect: 'flicker' }), `${RULE}.effect: no effect flicker; there is none`],
  [
    'a rule that does nothing',
    entity({ rules: { switchOff: [{ gate: '1', when: { LIGHT: 'ON' }, mark: 'I' }] } }),
    `${RULE}: does nothing; a rule needs a code, accepts, or an effect`,
  ],
  [
    'a rule that refuses and accepts',
    rule({ accepts: true }),
    `${RULE}: has a code and accepts; a rule can only have one of the two`,
  ],
  [
    'an unknown status in a condition',
    when({ LIGHT: 'OFFF' }),
    `${RULE}.when.LIGHT: no status OFFF; did you mean OFF?`,
  ],
  [
    'an unknown value of a fact in a condition',
    when({ plugged: 'yes' }),
    `${RULE}.when.plugged: no value yes; it is true or false`,
  ],
  [
    'an unknown name within any',
    when({ any: [{ LIGHT: 'ON' }, { pluged: true }] }),
    `${RULE}.when.any[1].pluged: no region or fact pluged; did you mean plugged?`,
  ],
  [
    'a name beside any',
    when({ any: [{ LIGHT: 'ON' }], plugged: true }),
    `${RULE}.when.plugged: cannot be combined with any; put it into the list`,
  ],
  [
    'a parameter that the command does not take',
    when({ $to: 'low' }),
    `${RULE}.when.$to: no parameter to; there is none`,
  ],
  [
    'an invalid condition',
    when({ any: ['ON'] }),
    `${RULE}.when.any[0]: is not a condition; it must be a pattern, or any, all or none of conditions`,
  ],
  [
    'an invalid value',
    when({ LIGHT: {} }),
    `${RULE}.when.LIGHT: is not a value; it must be one, a list of them, or { not: … }`,
  ],
  [
    'a named condition that asks a fact',
    entity({ is: { lit: { plugged: true } } }),
    'entities.lamp.is.lit.plugged: no region plugged; it is LIGHT',
  ],

  [
    'a command that is a report too',
    entity({ reports: { ...lamp.reports, switchOn: { says: 'on' } } }),
    'entities.lamp.reports.switchOn: is in commands too; an event can only be one of the two',
  ],
  [
    'a command of two words',
    event({}) && entity({ commands: { ...lamp.commands, 'switch on': { says: 'on' } } }),
    'entities.lamp.commands["switch on"]: is not a word; a scenario could not name it',
  ],
  [
    'an unknown form of a parameter',
    param({ is: { word: true } }),
    'entities.lamp.commands.dim.params.to.is: no form of a parameter word; it is one, whole, span, id, text or matching',
  ],
  [
    'a parameter without a word',
    param({ is: { one: [] } }),
    'entities.lamp.commands.dim.params.to.is.one: is empty; it needs a word',
  ],
  [
    'a range without a number',
    param({ is: { whole: { min: 2, max: 1 } } }),
    'entities.lamp.commands.dim.params.to.is.whole: no number is at least 2 and at most 1',
  ],
  [
    'an invalid pattern',
    param({ is: { matching: '(', called: 'x' } }),
    /^entities\.lamp\.commands\.dim\.params\.to\.is\.matching: is not a regular expression: / as never,
  ],
  [
    'a plain form with an unknown parameter',
    param({ is: { id: true } }, { plain: { too: '1' } }),
    'entities.lamp.commands.dim.plain.too: no parameter too; did you mean to?',
  ],
  [
    'a plain form that does not fit',
    param({ is: { one: ['low'] } }, { plain: { to: 'lo' } }),
    'entities.lamp.commands.dim.plain.to: lo does not fit to',
  ],
  [
    'a plain form without a required parameter',
    param({ is: { id: true }, required: true }, { plain: {} }),
    'entities.lamp.commands.dim.plain: leaves out to, which is required',
  ],
  [
    'a choice of no parameter',
    event({ atLeastOne: true }),
    'entities.lamp.commands.dim.atLeastOne: needs params to choose from',
  ],
  [
    'an unknown value of a parameter in a condition',
    entity({
      commands: { ...lamp.commands, switchOff: { says: 'off', params: { to: { is: { one: ['low'] } } } } },
      rules: { switchOff: [{ ...lamp.rules.switchOff[0], when: { $to: 'lo' } }] },
    }),
    `${RULE}.when.$to: no value lo; did you mean low?`,
  ],

  [
    'an unknown usual value',
    fact({ usual: 'yes' }),
    'entities.lamp.facts.plugged.usual: no value yes; it is true or false',
  ],
  ['a value twice', fact({ values: [true, false, true] }), 'entities.lamp.facts.plugged.values: has a value twice'],
  [
    '33 values',
    fact({ values: [true, false, ...Array.from({ length: 31 }, (_, each) => each)] }),
    'entities.lamp.facts.plugged.values: has more than 32 values; split it into two facts',
  ],
  [
    'a value that a rule names, without words',
    fact({ says: { true: 'it is plugged in' } }),
    'entities.lamp.facts.plugged.says: has no words for false',
  ],
  [
    'words for an unknown value',
    fact({ says: { ...lamp.facts.plugged.says, maybe: 'who knows' } }),
    'entities.lamp.facts.plugged.says.maybe: no value maybe; it is true or false',
  ],
  [
    'paramsOnly without usesParams',
    fact({ paramsOnly: true }),
    'entities.lamp.facts.plugged.paramsOnly: needs usesParams: true as well',
  ],
  [
    'an invalid place in the view',
    fact({ shown: 'besides' }),
    'entities.lamp.facts.plugged.shown: is a text; it must be true, false or "beside"',
  ],
  ['a fact without a function', fact({ of: true }), 'entities.lamp.facts.plugged.of: is true; it must be a function'],
  [
    'a fact in the place of the phases',
    entity({ facts: { ...lamp.facts, phases: { ...lamp.facts.plugged, shown: 'beside' } } }),
    'entities.lamp.facts.phases: cannot be beside the facts of a view, which already has phases',
  ],
  [
    'a fact with the name of a phase',
    entity({ facts: { ...lamp.facts, LIGHT: lamp.facts.plugged } }),
    'entities.lamp.facts.LIGHT: is also the name of a phase; rename one of the two',
  ],
  [
    'a fact called any',
    entity({ facts: { ...lamp.facts, any: lamp.facts.plugged } }),
    'entities.lamp.facts.any: is not a valid name; a fact is a word without dots, not a $parameter, and not any, all or none',
  ],

  [
    'words for an unknown name',
    entity({ words: { LIHGT: 'the light' } }),
    'entities.lamp.words.LIHGT: no region or fact LIHGT; did you mean LIGHT?',
  ],
  [
    'words for an unknown status',
    entity({ words: { LIGHT: { ONN: 'it is on' } } }),
    'entities.lamp.words.LIGHT.ONN: no value ONN; did you mean ON?',
  ],
  [
    'words for an unknown parameter',
    entity({ words: { $cod: 'the code' } }),
    'entities.lamp.words.$cod: no parameter cod; did you mean code?',
  ],
  [
    'a projection of an unknown name',
    entity({ projections: [{ ask: { LIHGT: 'ON' }, as: {} }] }),
    'entities.lamp.projections[0].ask.LIHGT: no region or fact LIHGT; did you mean LIGHT?',
  ],
  [
    'a projection to a name that no view has',
    entity({ projections: [{ ask: { plugged: true }, as: { $code: 1 } }] }),
    'entities.lamp.projections[0].as.$code: no phase or fact of the view $code; it is LIGHT or plugged',
  ],
  [
    'a space with an unknown entity',
    entity({ space: { with: { lamp: [] } } }),
    'entities.lamp.space.with.lamp: no other entity lamp; there is none',
  ],
  [
    'an unknown fixed region',
    entity({ space: { fixed: ['LIHGT'] } }),
    'entities.lamp.space.fixed[0]: no region LIHGT; did you mean LIGHT?',
  ],

  [
    'a link from an unknown entity',
    with_({ links: [{ from: 'lmap', signals: [], to: () => [] }] }),
    'links[0].from: no entity lmap; did you mean lamp?',
  ],
  [
    'a link with an unknown signal',
    with_({ links: [{ from: 'lamp', signals: ['entered LIGHT.NO'], to: () => [] }] }),
    'links[0].signals[0]: no signal entered LIGHT.NO; did you mean entered LIGHT.ON?',
  ],
  ['data of an unknown entity', with_({ data: { lmap: () => ({}) } }), 'data.lmap: no entity lmap; did you mean lamp?'],
  [
    'faults that never strike',
    with_({ faults: [{ code: 9, arm: 'lamp burnt', mark: 'I' }] }),
    'faults: never strike; a system with faults needs the function fault',
  ],
  [
    'an unknown code of a fault',
    with_({ fault: () => 9, faults: [{ code: 99, arm: 'lamp burnt', mark: 'I' }] }),
    'faults[0].code: no code 99; did you mean 9?',
  ],
  [
    'an unknown mark of a fault',
    with_({ fault: () => 9, faults: [{ code: 9, arm: 'lamp burnt', mark: 'S' }] }),
    'faults[0].mark: no mark S; it is I',
  ],
  [
    'an unknown command that a fault strikes',
    with_({ fault: () => 9, faults: [{ code: 9, arm: 'lamp burnt', mark: 'I', strikes: ['lamp swichOn'] }] }),
    'faults[0].strikes[0]: no command lamp swichOn; did you mean lamp switchOn?',
  ],
  [
    'a malformed line that arms a fault',
    with_({ fault: () => 9, faults: [{ code: 9, arm: 'lmap burnt', mark: 'I' }] }),
    'faults[0].arm: lmap burnt: unknown entity "lmap"; expected lamp',
  ],
  [
    'a malformed line of the opening',
    with_({ ready: ['lamp swichOn'] }),
    'ready[0]: lamp swichOn: no event swichOn; did you mean switchOn?',
  ],
  ['a comment as a line', with_({ ready: ['# on'] }), 'ready[0]: # on is no step'],
  [
    'a malformed search hint',
    with_({ searchHints: ['lamp burnt cod=7'] }),
    'searchHints[0]: lamp burnt cod=7: unknown parameter "cod" of burnt; expected code',
  ],
  [
    'a malformed line that changes a fact',
    fact({ changedBy: ['wait soon'] }),
    'entities.lamp.facts.plugged.changedBy[0]: wait soon: the duration "soon"; expected a duration such as 90, 5m, 2h or 1d',
  ],
  [
    'a malformed line that causes an event',
    entity({ internal: { flicker: { says: 'it flickers', causedBy: ['lamp flicker'] } } }),
    'entities.lamp.internal.flicker.causedBy[0]: lamp flicker: no event flicker; it is switchOn, switchOff or burnt',
  ],
  [
    'an effect that sends an event',
    entity({ internal: { flicker: { says: 'it flickers', causedBy: [], sentBy: 'flick' } } }),
    'entities.lamp.internal.flicker.sentBy: no effect flick; there is none',
  ],
];

describe('defineSystem', () => {
  test.each(faults)('finds %s', (_, definition, says) => {
    const findings = findingsIn(definition);
    if (typeof says === 'string') expect(findings).toContain(says);
    else expect(findings[0]).toMatch(says);
    expect(() => defineSystem(definition as System)).toThrow(DefinitionError);
    expect(findings.filter((line) => line.includes('\n'))).toEqual([]);
  });

  test('reports one finding in one line, and keeps the others', () => {
    const wrong = with_({ unknownEvent: 99, ready: ['lmap on'] }) as unknown as System;
    const error = (() => {
      try {
        return defineSystem(wrong);
      } catch (thrown) {
        return thrown as DefinitionError;
      }
    })() as DefinitionError;
    expect(error.message).toBe('unknownEvent: no code 99; did you mean 9?');
    expect(error.findings).toHaveLength(2);
  });

  test('returns a sound definition as the system, and calls none of its functions', () => {
    const never = () => {
      throw new Error('called');
    };
    const definition = { ...sound, effects: { never }, delays: { never }, data: { lamp: never }, settle: never };
    expect(defineSystem(definition)).toBe(definition);
    expect(isSystem(definition)).toBe(true);
    expect(isSystem({ ...definition })).toBe(false);
  });

  test.each(Object.entries(systems))('made %s, which is sound', (_, system) => {
    expect(isSystem(system)).toBe(true);
    expect(findingsIn(system)).toEqual([]);
  });
});

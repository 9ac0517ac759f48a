import type { Lifecycle, System } from '../../src/model/index.ts';

/** Words that would break out of a picture that does not escape them, or out of a box that does not measure them. */
export const hostile = [
  '<script>alert(1)</script>',
  '"quoted" & \'single\'',
  'a]]>b',
  'x-->y<!--z',
  'ünï—🙂漢字',
  '\u0000\u0007\ud800 control',
  'M'.repeat(200),
  '&amp;&#x41;',
] as const;

const [script, quotes, cdata, comment, unicode, control, long, entity] = hostile;

/** A lifecycle all of whose words are hostile. */
const vicious: Lifecycle = {
  kind: script,
  chart: {
    id: 'toy',
    states: {
      PHASE: {
        initial: 'null',
        on: { [quotes]: cdata },
        states: {
          null: {},
          [cdata]: {
            on: {
              [comment]: { target: unicode, guard: { [quotes]: long } },
              [unicode]: { target: long, error: entity },
            },
            after: { [control]: long },
          },
          [unicode]: { on: { [long]: cdata } },
          [long]: { end: true },
        },
      },
      [`PHASE ${quotes}`]: { initial: entity, states: { [entity]: { on: { [comment]: control } }, [control]: {} } },
    },
  },
  phases: { PHASE: { [cdata]: comment, [unicode]: 17, [long]: long } },
  commands: { [quotes]: { says: script }, [long]: { says: entity } },
  reports: { [comment]: { says: unicode } },
  rules: {
    [quotes]: [
      { gate: comment, when: { PHASE: cdata }, code: script, mark: 'S' },
      { gate: long, when: { PHASE: [unicode, long] }, code: long, mark: 'S' },
    ],
  },
  is: {},
  facts: {
    [quotes]: { values: ['plain', long], usual: 'plain', of: () => 'plain', says: { plain: script, [long]: entity } },
  },
  words: {},
};

export const viciousSystem: System = {
  name: 'toy',
  title: quotes,
  marks: { S: script },
  codes: [],
  entities: { [script]: vicious, [unicode]: { ...vicious, kind: unicode } },
  unknownEvent: 0,
  ready: [],
  effects: {},
  delays: {},
  links: [{ from: script, signals: [`entered PHASE.${cdata}`], to: () => [] }],
  data: {},
  searchHints: [],
};

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import type { System } from '../../src/model/index.ts';
import { sound } from '../toys/toys.ts';
import { filled, missingIn, systemPagePath } from './system-page.ts';

const all: readonly System[] = Object.values(systems);
const root = join(import.meta.dirname, '../..');
const pageOf = (system: System): string => join(root, systemPagePath(system));

test('every system has a page, and every page is of a system', () => {
  expect(globSync('docs/systems/*.md', { cwd: root }).sort()).toEqual(all.map(systemPagePath).sort());
});

describe.each(all.map((system) => [system.name, system] as const))('docs/systems/%s.md', (_, system) => {
  const page = readFileSync(pageOf(system), 'utf8');

  it('is as `npm run docs` fills it in', () => expect(page).toBe(filled(page, system)));

  it('has a marker for every table', () => expect(missingIn(page, system)).toEqual([]));
});

const page = `\
# A toy

Prose by hand.

## 1. The lamp

### 1.1 Gates

<!-- generated: gates lamp -->
<!-- end -->

### 1.2 Timers

<!-- generated: timers -->
stale
<!-- end -->

## 2. Codes

<!-- generated: codes -->

| stale |

<!-- end -->
`;

const toy: System = {
  ...sound,
  marks: { I: 'made up', F: { says: 'found in the source of', version: 'Lamp 1.2.3' } },
  codes: [
    ...sound.codes.map((row) =>
      row.code === 5
        ? { ...row, mark: 'F' as const, also: [{ name: 'EUNPLUGGED', says: 'The C library says so.' }] }
        : row,
    ),
    { ...sound.codes[0], code: 3, name: 'CODE_3', kind: 'informational', why: 'A lamp has no third code.' },
  ],
};

describe('a page that is filled in', () => {
  const text = filled(page, toy);

  it('has the gates in the order in which they are asked, under the heading that they stand under', () => {
    expect(text).toContain(`
<!-- generated: gates lamp -->

The first gate that holds gives the answer. Before all gates: an event that the entity does not know →
9 \`CODE_9\` (I).

Marks: **I** made up.

#### lamp switchOn

\`switchOn\` on.

| gate | holds when | answer | mark |
| --- | --- | --- | --- |
| 1 | it is not plugged in | 5 \`CODE_5\` | I |
| 2 | the light is ON or BROKEN | 6 \`CODE_6\` | I |

#### lamp switchOff
`);
  });

  it('has what is timed, for how long, and what comes then', () => {
    expect(text).toContain('\n| entity | while | for | then | if |\n| --- | --- | --- | --- | --- |\n');
    expect(text).toContain('\n| lamp | LIGHT ON | 1h | OFF |  |\n');
  });

  it('has the codes with their names elsewhere, and why one is never given', () => {
    expect(text).toContain(
      '\n| [5](../reference/toy/codes.md#5-code_5) | CODE_5 | state-rejection | F | meaning 5 | EUNPLUGGED: The C library says so. |\n',
    );
    expect(text).toContain(' | CODE_3 | informational | I | meaning 1 Never given: A lamp has no third code. |  |\n');
  });

  it('names the version behind a mark', () => {
    expect(text).toContain('\nMarks: **I** made up; **F** found in the source of Lamp 1.2.3.\n');
  });

  it('keeps the prose, and nothing of what stood between the markers', () => {
    expect(text).toMatch(/^# A toy\n\nProse by hand\.\n\n## 1\. The lamp\n/);
    expect(text).not.toContain('stale');
  });

  it('stays as it is when it is filled in again', () => expect(filled(text, toy)).toBe(text));

  it('is stale once the data says something else', () => {
    const other = { ...toy, codes: toy.codes.map((row) => ({ ...row, meaning: 'another' })) };
    expect(filled(text, other)).not.toBe(text);
  });
});

describe('a page is refused', () => {
  const gates = '<!-- generated: gates lamp -->';
  const end = '<!-- end -->';
  it.each([
    [
      'a table that is not generated',
      ['<!-- generated: gate lamp -->', end],
      'line 1: nothing is generated for "gate lamp"',
    ],
    ['gates of nobody', ['<!-- generated: gates -->', end], 'line 1: nothing is generated for "gates"'],
    ['codes of an entity', ['<!-- generated: codes lamp -->', end], 'line 1: nothing is generated for "codes lamp"'],
    [
      'an entity that there is not',
      ['<!-- generated: gates lmap -->', end],
      'toy has no entity lmap; did you mean lamp?',
    ],
    ['a marker without its end', ['', gates, ''], 'line 2: no <!-- end --> comes after this marker'],
    ['an end without its marker', ['', end], 'line 2: no marker stands open'],
    [
      'a marker within another',
      [gates, '<!-- generated: codes -->', end],
      'line 2: the marker of line 1 has no <!-- end -->',
    ],
    ['a marker that stands twice', [gates, end, gates, end], 'line 3: a second marker for gates lamp'],
    ['a marker without a colon', ['<!-- generated gates lamp -->', end], 'line 1: a marker stands alone on its line'],
    ['a marker behind a word', ['see <!-- generated: codes -->', end], 'line 1: a marker stands alone on its line'],
    ['an end with a blank before it', [gates, ' <!-- end -->'], 'line 2: a marker stands alone on its line'],
    ['an end in capitals', [gates, '<!-- End -->'], 'line 2: a marker stands alone on its line'],
  ])('for %s', (_, lines, says) => {
    expect(() => filled(lines.join('\n'), toy)).toThrow(says);
  });
});

test('an entity without its gates, timers and codes are missed', () => {
  expect(missingIn('# A toy\n', toy)).toEqual(['gates lamp', 'timers', 'codes']);
  expect(missingIn(page, toy)).toEqual([]);
});

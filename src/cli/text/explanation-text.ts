import type { Explanation, Outline, Proof, Use } from '../../model/index.ts';
import { DEFAULT_COLUMNS, type Paint } from '../io/terminal.ts';
import { table, wrap } from './layout.ts';
import { marksText, markText } from './marks.ts';
import { codeName } from './wording.ts';

/** All that is known of a code, for a person: what it is, what gives it, and how to see it. */
export function explanationText(
  explanation: Explanation,
  { marks }: Pick<Outline, 'marks'>,
  paint: Paint,
  width = DEFAULT_COLUMNS,
  note?: string,
): string {
  const { system, category, kind, meaning, mark, oddity, also = [], uses } = explanation;
  const parts = [
    [
      paint('title', `${system} ${codeName(explanation)}`),
      ...wrap(`${category}, ${kind}; ${markText(mark, marks)}`, width),
      ...(note === undefined ? [] : [note]),
    ],
    wrap(meaning, width),
    ...(oddity === undefined ? [] : [wrap(`Odd: ${oddity}`, width)]),
    ...(also.length === 0 ? [] : [also.flatMap(({ name, says }) => wrap(`Also ${name}: ${says}`, width))]),
    ...(uses.length === 0 ? [] : [['Given by:', ...table(merged(uses), { indent: 2, width })]]),
    ...(uses.some((use) => use.mark !== mark)
      ? [
          marksText(
            uses.map((use) => use.mark),
            marks,
            width,
          ),
        ]
      : []),
    scenarioText(explanation, width),
  ];
  return parts.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

/** Commands that give the code for the same reason share a line. */
function merged(uses: readonly Use[]): string[][] {
  const lines = new Map<string, string[]>();
  for (const use of uses) {
    const standing = use.phase === undefined ? '' : ` → ${use.phase} ${use.status ?? 'not run'}`;
    const reason = JSON.stringify([use.mark, use.entity, use.when, standing]);
    lines.set(reason, [...(lines.get(reason) ?? []), ...(use.command === undefined ? [] : [use.command])]);
  }
  return [...lines].map(([reason, commands]) => {
    const [mark = '', entity = '', when = '', standing = ''] = JSON.parse(reason) as string[];
    return [mark, entity, commands.length === 0 ? when : `${when}: ${commands.join(', ')}${standing}`];
  });
}

/** Without a blank before it, a line of the scenario can be pasted as it is. */
function scenarioText({ scenario, proven, kind, why }: Explanation, width: number): string[] {
  if (scenario) return [`${proven === null ? FOUND : SHORTEST[proven]}:`, ...scenario];
  if (kind === 'informational') return wrap(`No scenario: ${why ?? 'the code only informs.'}`, width);
  return ['No scenario was found within the bound of the search.'];
}

const FOUND = 'Shortest scenario that was found';
const SHORTEST: { readonly [proof in Proof]: string } = {
  world: 'Shortest scenario',
  space: 'Shortest scenario in the space of the entity',
};

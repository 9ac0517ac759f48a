import {
  codeAndName,
  type Explanation,
  groupedBy,
  type Outline,
  type Proof,
  statusTitle,
  type Use,
} from '../../model/index.ts';
import type { PrintStyle } from '../io/terminal.ts';
import { paragraphs, section, table, wrap } from './layout.ts';
import { marksText, markText } from './marks.ts';

/** Everything about a code: what it is, what gives it, and a scenario that shows it. */
export function explanationText(
  explanation: Explanation,
  { marks }: Pick<Outline, 'marks'>,
  { paint, width }: PrintStyle,
  note?: string,
): string {
  const { system, category, kind, meaning, mark, oddity, also = [], uses } = explanation;
  const used = uses.map((use) => use.mark);
  return paragraphs([
    [
      paint('title', `${system} ${codeAndName(explanation)}`),
      ...wrap(`${category}, ${kind}; ${markText(mark, marks)}`, width),
      ...(note === undefined ? [] : [note]),
    ],
    wrap(meaning, width),
    ...(oddity === undefined ? [] : [wrap(`Odd: ${oddity}`, width)]),
    ...(also.length === 0 ? [] : [also.flatMap(({ name, says }) => wrap(`Also ${name}: ${says}`, width))]),
    ...section('Given by:', table(merged(uses), { indent: 2, width })),
    ...(used.some((each) => each !== mark) ? [marksText(used, marks, width)] : []),
    scenarioText(explanation, width),
  ]);
}

/** Commands that give the code for the same reason share a line. */
function merged(uses: readonly Use[]): string[][] {
  const reasons = groupedBy(uses, ({ mark, entity, when, phase, status }) =>
    JSON.stringify([mark, entity, when, phase, status]),
  );
  return [...reasons.values()].map((group) => {
    const [{ mark, entity, when, phase, status }] = group;
    const commands = group.flatMap(({ command }) => command ?? []);
    const standing = phase === undefined ? '' : ` → ${phase} ${statusTitle(status)}`;
    return [mark, entity, commands.length === 0 ? when : `${when}: ${commands.join(', ')}${standing}`];
  });
}

/** The lines of the scenario are not indented, so that they can be pasted. */
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

import { escaped } from '../../../../diagram/markup.ts';
import type { Column, Matrix } from '../../../../matrix/matrix.ts';
import { cellText, cellWords, commandText, groupsOf, LEGEND, statusWord, titleOf } from './words.ts';

/** The matrix as one HTML page that loads nothing and can be printed. */
export function matrixHtml(matrix: Matrix): string {
  const { columns, rows, entity, unreached, notCovered } = matrix;
  const groups = [...groupsOf(matrix)];
  const begins = new Set(groups.map(([, [first]]) => first));
  const edge = (index: number): string => (begins.has(index) ? ' class="edge"' : '');
  const phases = groups.map(
    ([phase, all]) => `<th scope="colgroup" colspan="${all.length}" class="edge">${escaped(phase)}</th>`,
  );
  const statuses = columns.map(({ status, code }, index) => {
    const title = code === null ? '' : ` title="${escaped(String(code))}"`;
    return `<th scope="col"${edge(index)}${title}><span>${escaped(statusWord(status))}</span></th>`;
  });
  const body = rows.map((row) => {
    const cells = row.cells.map((cell, index) => {
      const words = escaped(cellWords(matrix, row, columns[index] as Column, cell));
      const looks = `${cell.accepted ? 'yes' : 'no'}${cell.always ? ' always' : ''}${begins.has(index) ? ' edge' : ''}`;
      return `<td class="${looks}" title="${words}">${escaped(cellText(cell))}</td>`;
    });
    return `<tr><th scope="row" title="${escaped(row.says)}">${escaped(commandText(row))}</th>${cells.join('')}</tr>`;
  });
  const never = unreached.length > 0 ? `<p>No situation has ${escaped(unreached.join(', '))}.</p>\n` : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${matrix.system} ${entity}: command gating`)}</title>
<style>
${STYLE}</style>
</head>
<body>
<div class="scroll" role="region" aria-labelledby="caption" tabindex="0">
<table>
<caption id="caption"><span>${escaped(titleOf(matrix))}</span></caption>
<colgroup></colgroup>${groups.map(([, all]) => `<colgroup span="${all.length}"></colgroup>`).join('')}
<thead>
<tr><th scope="col" rowspan="2">command</th>${phases.join('')}</tr>
<tr>${statuses.join('')}</tr>
</thead>
<tbody>
${body.join('\n')}
</tbody>
</table>
</div>
${LEGEND.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
<p>Point at a cell for the reason, and for what it depends on.</p>
${never}<p>${notCovered.map((line) => escaped(line)).join(' ')}</p>
</body>
</html>
`;
}

const STYLE = `:root { color-scheme: light dark; --line: #c9ced6; --head: #eef1f5; --page: #fff; --ink: #1b1f24; --faint: #59636e;
  --yes: #d7f0dd; --yes-ink: #0b5a24; --no: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --line: #3a424d; --head: #1f252d; --page: #12161b; --ink: #e6e9ed; --faint: #9aa5b1; --yes: #12381f; --yes-ink: #8fe0a6; --no: #12161b; }
}
body { margin: 1rem; background: var(--page); color: var(--ink); font: 14px/1.4 system-ui, sans-serif; }
.scroll { overflow: auto; max-height: 85vh; border: 1px solid var(--line); }
table { border-collapse: separate; border-spacing: 0; font-size: 12px; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding: .6rem; font-size: 15px; font-weight: 600; }
caption span { position: sticky; left: .6rem; display: inline-block; max-width: calc(100vw - 4rem); }
th, td { padding: .2rem .4rem; border-bottom: 1px solid var(--line); text-align: center; white-space: nowrap; background: var(--page); }
thead th { position: sticky; background: var(--head); z-index: 2; height: 1.6rem; }
thead tr:first-child th { top: 0; }
thead tr:last-child th { top: 2rem; vertical-align: bottom; height: auto; }
thead tr:last-child span { writing-mode: vertical-rl; transform: rotate(180deg); }
tbody th, thead tr:first-child th:first-child { position: sticky; left: 0; text-align: left; background: var(--head); font-weight: 500; }
thead tr:first-child th:first-child { z-index: 3; }
tbody th { z-index: 1; }
@media (max-width: 40rem) { tbody th { white-space: normal; overflow-wrap: anywhere; min-width: 8rem; } }
.edge { border-left: 2px solid var(--line); }
td { color: var(--faint); background: var(--no); }
td.yes { background: var(--yes); color: var(--yes-ink); }
td.always { font-weight: 700; }
td.no.always { color: var(--ink); }
tbody tr:hover td { outline: 1px solid var(--line); }
@media print {
  @page { size: A3 landscape; margin: 8mm; }
  body { margin: 0; }
  .scroll { overflow: visible; max-height: none; border: 0; }
  table { font-size: 5.5pt; }
  th, td { padding: .5pt 1pt; position: static; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

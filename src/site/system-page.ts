import { addressOf, linkFrom } from '../link/addresses.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { codeLink, contentsOf, marksOf, scenarioOf } from './pieces.ts';
import type { SiteSystem } from './site-system.ts';

/** The page of a system: its entities, the meanings of its marks, all its codes. */
export async function systemPage({ system }: SiteSystem): Promise<Page> {
  const path = addressOf.system(system.name);
  const categories = [...new Set(system.codes.map(({ category }) => category))];
  return {
    path,
    title: system.title,
    says: `${system.title}: its entities, and all ${system.codes.length} rows of its table of codes`,
    above: [],
    body: html`<article>
<h1>${system.title}</h1>
<h2>Entities</h2>
<ul class="cards">${Object.values(system.entities).map(
      (lifecycle) =>
        html`<li><a href="${linkFrom(path, addressOf.entity(system.name, lifecycle.kind))}"><strong>${lifecycle.kind}</strong>
<span>${contentsOf(lifecycle)}</span></a></li>
`,
    )}</ul>
${
  system.ready.length === 0
    ? ''
    : html`<h2>The usual opening</h2><p><code>given ready</code> stands for:</p>${await scenarioOf(system, system.ready, path)}`
}
<h2>Where the rules come from</h2>
${marksOf(system)}
<h2>Codes</h2>
${categories.map(
  (category) =>
    html`<h3>${category}</h3><dl class="list codes">${system.codes
      .filter((row) => row.category === category)
      .map(
        (row) => html`<div><dt>${codeLink(system, row.code, path)}</dt><dd>${row.meaning}</dd></div>
`,
      )}</dl>`,
)}
</article>`,
  };
}

/** The start page: the systems, and what can be done here. */
export const homePage = (parts: readonly SiteSystem[]): Page => ({
  path: '',
  title: 'migration-lifecycles',
  says: 'Which command is legal now in a data migration, and with which code it is refused when it is not',
  above: [],
  body: html`<article>
<h1>Which command is legal now, and which code is given when it is not?</h1>
<p class="lead">Executable models of data-migration products. Play a migration through, or look up a code in the search.</p>
<p><a class="button" href="${linkFrom('', addressOf.play)}">Open the playground</a></p>
<h2>Systems</h2>
<ul class="cards">${parts.map(({ system }) => card(system.name, system.title, system.codes.length, Object.keys(system.entities)))}</ul>
</article>`,
});

const card = (name: string, title: string, codes: number, entities: readonly string[]): Html =>
  html`<li><a href="${linkFrom('', addressOf.system(name))}"><strong>${title}</strong>
<span>${codes} codes</span><span class="faint">${entities.join(', ')}</span></a></li>
`;

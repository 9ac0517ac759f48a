import { addressOf, linkFrom } from '../link/addresses.ts';
import { html } from './html.ts';
import { ASSETS, type Page } from './layout.ts';
import type { SiteSystem } from './site-system.ts';

/** The files that each script and each system of the package needs, its own included. */
export type Needed = { readonly [name: string]: readonly string[] };

/** The playground. Its script reads which systems the site has from the element that it fills. */
export function playPage(parts: readonly SiteSystem[], needed: Needed): Page {
  const path = addressOf.play;
  const offered = parts.map(({ system: { name, title }, modules: [module] = [] }) => ({
    name,
    title,
    ...(module === undefined ? {} : { module: linkFrom(path, module) }),
  }));
  const [first] = parts;
  const files = ['play', first?.modules ? 'define' : (first?.system.name ?? '')].flatMap((name) => needed[name] ?? []);
  return {
    path,
    title: 'Playground · migration-lifecycles',
    says: 'Play a migration through: every command, accepted or refused, with the vendor’s code',
    above: [],
    script: 'play.js',
    modules: [...new Set([...files.map((file) => `${ASSETS}${file}`), ...(first?.modules ?? [])])],
    body: html`<h1 class="visually-hidden">Playground</h1>
<div id="play" aria-busy="true" data-systems="${JSON.stringify(offered)}"><p class="loading">The playground needs JavaScript. Everything else on this site is readable without it.</p></div>`,
  };
}

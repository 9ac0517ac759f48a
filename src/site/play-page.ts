import { addressOf, linkFrom } from '../link/addresses.ts';
import { html } from './html.ts';
import type { Page } from './layout.ts';
import type { SiteSystem } from './site-system.ts';

/** The playground: what its script needs to know of the site stands on the element that it fills. */
export function playPage(parts: readonly SiteSystem[]): Page {
  const path = addressOf.play;
  const offered = parts.map(({ system: { name, title }, module }) => ({
    name,
    title,
    ...(module === undefined ? {} : { module: linkFrom(path, module) }),
  }));
  return {
    path,
    title: 'Playground · migration-lifecycles',
    says: 'Play a migration through: every command, accepted or refused, with the vendor’s code',
    above: [],
    script: 'play.js',
    body: html`<h1 class="visually-hidden">Playground</h1>
<div id="play" aria-busy="true" data-systems="${JSON.stringify(offered)}"><p class="loading">The playground needs JavaScript. Everything else on this site is readable without it.</p></div>`,
  };
}

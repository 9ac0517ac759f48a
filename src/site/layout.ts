import { addressOf, linkFrom } from '../link/addresses.ts';
import { Html, html, htmlEscaped } from './html.ts';

/** The folder of scripts and styles, from the root. */
export const ASSETS = 'assets/';

/** A page of the site. Its path is from the root and ends with a slash. */
export interface Page {
  readonly path: string;
  readonly title: string;
  /** One sentence, for search engines. */
  readonly says: string;
  /** The pages above it, outermost first. */
  readonly above: readonly { readonly name: string; readonly path: string }[];
  readonly body: Html;
  /** The script that the page needs besides the search. */
  readonly script?: string;
  /** Modules that the script imports, from the root: the browser loads them at once, not one after another. */
  readonly modules?: readonly string[];
  /** The content is as wide as the window. */
  readonly wide?: true;
}

/** A page loads only the site's own files, and has no inline script or style. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A page as a document. */
export function pageDocument(
  { path, title, says, above, body, script, modules = [], wide }: Page,
  systems: readonly { readonly name: string; readonly title: string }[],
): string {
  const to = (target: string): string => linkFrom(path, target);
  const asset = (name: string): string => to(`${ASSETS}${name}`);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${says}">
<title>${title}</title>
<link rel="stylesheet" href="${asset('style.css')}">
<link rel="icon" href="${asset('icon.svg')}">
${scriptTag(asset('theme.js'), '')}
${script === undefined ? '' : scriptTag(asset(script))}
${scriptTag(asset('search.js'))}
${modules.map(
  (module) => html`<link rel="modulepreload" href="${to(module)}">
`,
)}
</head>
<body>
<a class="skip" href="#main">to the content</a>
<header>
<a class="home" href="${to('')}">migration-lifecycles</a>
<nav aria-label="Systems">${systems.map(({ name, title: says }) => html`<a href="${to(addressOf.system(name))}" title="${says}">${name}</a> `)}</nav>
<a class="play" href="${to(addressOf.play)}">Playground</a>
<button type="button" data-search hidden>Search <kbd>/</kbd></button>
<button type="button" data-theme-switch hidden>Dark</button>
</header>
<main id="main"${wide ? html` class="wide"` : ''}>
${above.length === 0 ? '' : html`<nav class="above" aria-label="Above">${above.map((each) => html`<a href="${to(each.path)}">${each.name}</a> / `)}</nav>`}
${body}
</main>
</body>
</html>
`;
  return page.text;
}

/** Without the tag: bundlers rewrite a tagged template that contains the end of a script. */
const scriptTag = (source: string, type = ' type="module"'): Html =>
  new Html(`<script${type} src="${htmlEscaped(source)}"></script>`);

import type { Choices } from '../choices.ts';
import type { Scene } from '../scene.ts';
import { escaped, paint } from '../svg.ts';
import { explore } from './in-page.ts';
import type { Explored } from './model.ts';
import { explorerStyle } from './style.ts';

/** A picture that can be explored, for a page: its markup, its style, and the script that brings every one to life. */
export interface Explorer {
  readonly markup: string;
  readonly style: string;
  readonly script: string;
}

export function explorer(scene: Scene, explored: Explored, choices: Choices = {}): Explorer {
  const { maxWidth: _, ...kept } = choices;
  const svg = paint(scene, kept);
  return {
    markup: `<div class="explorer">${svg}<script type="application/json">${inScript(explored)}</script></div>`,
    style: explorerStyle,
    script: STARTED,
  };
}

const STARTED = `const explore = ${explore.toString()};
for (const root of document.querySelectorAll('.explorer'))
  explore(root, JSON.parse(root.querySelector('script').textContent));`;

/** JSON that ends no script. */
const inScript = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c');

/** A file that needs nothing else, and that may load nothing. */
export function htmlPage(scene: Scene, explored: Explored, choices: Choices = {}): string {
  const { markup, style, script } = explorer(scene, explored, choices);
  const { theme = 'auto' } = choices;
  const scheme = theme === 'auto' ? 'light dark' : theme;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${escaped(scene.title)}</title>
<link rel="icon" href="data:,">
<style>
html{color-scheme:${scheme}}html,body{height:100%;margin:0}main{height:100%}h1{position:absolute;clip-path:inset(50%);margin:0}
${style}
</style>
</head>
<body>
<main>
<h1>${escaped(scene.title)}</h1>
${markup}
</main>
<script>
${script}
</script>
</body>
</html>
`;
}

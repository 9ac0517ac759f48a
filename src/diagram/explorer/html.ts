import type { Choices } from '../choices.ts';
import { escaped } from '../markup.ts';
import type { Scene } from '../scene.ts';
import { paint } from '../svg.ts';
import type { ExplorerData } from './model.ts';
import { script } from './script.ts';

/** JSON that cannot close the script element. */
const inScript = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c');

/** A self-contained file: its policy lets it load nothing. */
export function htmlPage(scene: Scene, explored: ExplorerData, choices: Choices): string {
  const { maxWidth: _, ...kept } = choices;
  const { theme = 'auto' } = kept;
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
</style>
</head>
<body>
<main>
<h1>${escaped(scene.title)}</h1>
<div class="explorer">${paint(scene, kept)}<script type="application/json">${inScript(explored)}</script></div>
</main>
<script>
${script}
</script>
</body>
</html>
`;
}

/** What a picture changes on a dark page, each rule once: pictures share their classes. */
const dark = new Set<string>();
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

/**
 * A picture as an element of the page. The policy allows no style within the page, so that of the picture becomes a
 * sheet; the page's own style goes before it.
 */
export function svgElement(text: string): SVGSVGElement {
  const bare = text.replace(/<style>@media[^{]*\{(.*?)\}<\/style>/s, (_, rules: string) => {
    for (const [, rule = ''] of rules.matchAll(/#\S+ (\.[^}]*\})/g)) dark.add(rule);
    return '';
  });
  const rules = `svg{${[...dark].join('')}}`;
  sheet.replaceSync(
    `@layer picture{@media (prefers-color-scheme:dark){:root:not([data-theme=light]) ${rules}}:root[data-theme=dark] ${rules}}`,
  );
  const svg = document.adoptNode(new DOMParser().parseFromString(bare, 'image/svg+xml').documentElement);
  if (!(svg instanceof SVGSVGElement)) throw new TypeError('this is no picture');
  return svg;
}

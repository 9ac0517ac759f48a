/** The styles of pictures that have been added to the page. */
const known = new Set<string>();

const DARK = '@media (prefers-color-scheme:dark){';

/**
 * Makes an element of a picture. The policy allows no inline style, so the picture's style becomes a style sheet. It is in
 * a layer, so that the page's own style overrides it, and follows the theme of the page.
 */
export function svgElement(text: string): SVGSVGElement {
  const bare = text.replace(/<style>(.*?)<\/style>/s, (_, style: string) => {
    if (!known.has(style)) document.adoptedStyleSheets.push(sheetOf(style.replaceAll('&gt;', '>')));
    known.add(style);
    return '';
  });
  const svg = document.adoptNode(new DOMParser().parseFromString(bare, 'image/svg+xml').documentElement);
  if (!(svg instanceof SVGSVGElement)) throw new TypeError('this is no picture');
  return svg;
}

function sheetOf(style: string): CSSStyleSheet {
  const [light = '', dark = '}'] = style.split(DARK);
  const rules = dark.slice(0, -1);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `@layer picture{${light}${DARK}:root:not([data-theme=light]){${rules}}}:root[data-theme=dark]{${rules}}}`,
  );
  return sheet;
}

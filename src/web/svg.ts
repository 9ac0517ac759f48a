/** The styles of the pictures that were shown, each once. */
const known = new Set<string>();

const DARK = '@media (prefers-color-scheme:dark){';

/**
 * A picture as an element of the page. The policy allows no style within the page, so that of the picture becomes a sheet:
 * in a layer, so that the page's own style goes before it, and dark where the page is.
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

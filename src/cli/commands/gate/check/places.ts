/** A line and a column, from 1. */
type PlaceInText = `${number}:${number}`;

/** The tokens of JSON that show where a row begins: strings, brackets, commas, and other words. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[[\]{},]|[^\s"[\]{},]+/gs;

/** Where each element of a JSON array begins. The text must be valid JSON. */
export function placesOfRows(text: string): PlaceInText[] {
  const places: PlaceInText[] = [];
  let depth = 0;
  let expected = false;
  let line = 1;
  let lineStart = 0;
  let end = text.indexOf('\n');
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    for (; end >= 0 && end < index; end = text.indexOf('\n', end + 1)) {
      line += 1;
      lineStart = end + 1;
    }
    if (depth === 1 && expected && token !== ']') {
      places.push(`${line}:${index - lineStart + 1}`);
      expected = false;
    }
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth === 1 && (token === ',' || places.length === 0)) expected = true;
  }
  return places;
}

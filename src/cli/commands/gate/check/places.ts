/** A line and a column of a text, both from 1. */
export type PlaceInText = `${number}:${number}`;

/** A string, an opening or closing bracket, or a comma of JSON: all that tells where a row begins. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[[\]{},]|[^\s"[\]{},]+/gs;

/** Where each element of the array that a JSON text is begins. The text has to be JSON. */
export function placesOfRows(text: string): PlaceInText[] {
  const places: PlaceInText[] = [];
  let depth = 0;
  let expected = false;
  let line = 1;
  let lineStart = 0;
  let from = 0;
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    for (let end = text.indexOf('\n', from); end >= 0 && end < index; end = text.indexOf('\n', end + 1)) {
      line += 1;
      lineStart = end + 1;
    }
    from = index;
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

/**
 * How wide a text is, without a browser: the advances of DejaVu Sans in hundredths of its size, for the characters from
 * space to tilde. It is the widest of the usual sans-serif fonts, so a text that fits in it fits in the others.
 */
// biome-ignore format: a table
const REGULAR = [
  32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84,
  84, 54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79, 61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69,
  40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60,
  60, 53, 64, 34, 64, 84,
];
// biome-ignore format: a table
const BOLD = [
  35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40, 40, 84,
  84, 84, 59, 100, 78, 77, 74, 84, 69, 69, 83, 84, 38, 38, 78, 64, 100, 84, 86, 74, 86, 78, 73, 69, 82, 78, 111, 78, 73,
  73, 46, 37, 46, 84, 50, 50, 68, 72, 60, 72, 68, 44, 72, 72, 35, 35, 67, 35, 105, 72, 69, 72, 72, 50, 60, 48, 72, 66,
  93, 65, 66, 59, 72, 37, 72, 84,
];

/** Upper bounds for the letters of other alphabets, and for ideographs and other wide characters. */
const OTHER = 92;
const WIDE = 120;

export interface Font {
  /** Pixels. */
  readonly size: number;
  readonly bold?: boolean;
}

/** An upper bound for the width of a text, in pixels. */
export function widthOf(text: string, { size, bold = false }: Font): number {
  const table = bold ? BOLD : REGULAR;
  let hundredths = 0;
  for (const character of text) hundredths += table[(character.codePointAt(0) ?? 0) - 32] ?? other(character);
  return Math.ceil((hundredths * size) / 100);
}

function other(character: string): number {
  if (/\p{Mn}/u.test(character)) return 0;
  return /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u.test(
    character,
  )
    ? WIDE
    : OTHER;
}

/** Truncates a text to a width in pixels. */
export function fitted(text: string, font: Font, width: number): string {
  if (widthOf(text, font) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && widthOf(`${characters.join('')}…`, font) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** Wraps a text to a width. A word that is too long is broken after `_`, `.` or `-`, or truncated. */
export function wrapped(text: string, font: Font, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.split(/\s+/).filter((each) => each !== '');
  for (const word of words.flatMap((each) => piecesOf(each, font, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, font) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== '') lines.push(line);
  return lines.map((each) => fitted(each, font, width));
}

function piecesOf(word: string, font: Font, width: number): string[] {
  if (widthOf(word, font) <= width) return [word];
  const pieces: string[] = [];
  for (const part of word.split(/(?<=[_.-])/)) {
    const last = pieces.at(-1);
    if (last !== undefined && widthOf(last + part, font) <= width) pieces[pieces.length - 1] = last + part;
    else pieces.push(part);
  }
  return pieces;
}

import { escaped } from '../markup.ts';

/** An XML element; a comment if the name is `!`. */
export interface Xml {
  readonly name: string;
  readonly attributes?: { readonly [name: string]: string | undefined };
  readonly children?: readonly Xml[];
  /** Text inside, instead of children. */
  readonly text?: string;
}

/** Text for an attribute or between tags: a tab and the end of a line are references too. */
const escapeXml = (text: string): string => escaped(text, /[&<>"\n\r\t]/g);

/** Two hyphens end a comment, so there are none in it. */
const commentOf = (text: string): string => `<!-- ${escapeXml(text).replaceAll(/-(?=-)|-$/g, '- ')} -->`;

/** A document with one element per line. */
export function documentOf(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}`;
}

function write({ name, attributes = {}, children = [], text }: Xml, indent: string): string {
  if (name === '!') return `${indent}${commentOf(text ?? '')}\n`;
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeXml(value)}"`],
  );
  const open = `${indent}<${name}${given.join('')}`;
  if (text !== undefined) return `${open}>${escapeXml(text)}</${name}>\n`;
  if (children.length === 0) return `${open}/>\n`;
  return `${open}>\n${children.map((child) => write(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
}

/** An element: its name, attributes and content, with references resolved. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly content: readonly (Element | string)[];
}

/** Reads XML that has only elements, attributes and text. Throws if it is not well-formed. */
export function readXml(text: string): Element {
  const reader = new Reader(text);
  const element = reader.element();
  reader.end();
  return element;
}

/** The element and all elements within it. */
export function* elementsIn(element: Element): Generator<Element> {
  yield element;
  for (const part of element.content) if (typeof part !== 'string') yield* elementsIn(part);
}

/** Its text, with that of the elements in it. */
export const textOf = ({ content }: Element): string =>
  content.map((part) => (typeof part === 'string' ? part : textOf(part))).join('');

class Reader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    const wrong = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(text);
    if (wrong) throw new Error(`no character of XML at ${wrong.index}`);
    this.text = text;
  }

  element(): Element {
    const [, name = ''] = this.take(/<([A-Za-z][\w:-]*)/y, 'an element');
    const attributes = new Map<string, string>();
    const attribute = () => this.maybe(/\s+([A-Za-z][\w:-]*)="([^"<]*)"/y);
    for (let found = attribute(); found; found = attribute()) {
      const [, key = '', value = ''] = found;
      if (attributes.has(key)) throw new Error(`${name} has two attributes ${key}`);
      attributes.set(key, read(value));
    }
    if (this.maybe(/\/>/y)) return { name, attributes, content: [] };
    this.take(/>/y, `the end of <${name}`);
    const content: (Element | string)[] = [];
    while (!this.maybe(/<\//y)) {
      const words = this.maybe(/[^<]+/y);
      if (words?.[0].includes(']]>')) throw new Error(`]]> in the text of ${name}`);
      content.push(words ? read(words[0]) : this.element());
    }
    const [, closed] = this.take(/([A-Za-z][\w:-]*)>/y, `the end of ${name}`);
    if (closed !== name) throw new Error(`${name} is closed by ${closed}`);
    return { name, attributes, content };
  }

  end(): void {
    if (this.text.slice(this.at).trim() !== '') throw new Error(`more behind the end, at ${this.at}`);
  }

  private maybe(what: RegExp): RegExpExecArray | null {
    what.lastIndex = this.at;
    const found = what.exec(this.text);
    if (found) this.at = what.lastIndex;
    return found;
  }

  private take(what: RegExp, called: string): RegExpExecArray {
    const found = this.maybe(what);
    if (!found) throw new Error(`${called} is missing at ${this.at}: ${this.text.slice(this.at, this.at + 40)}`);
    return found;
  }
}

const SIGNS: { readonly [name: string]: string } = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" },
  ...{ '#9': '\t', '#10': '\n', '#13': '\r' },
};

function read(text: string): string {
  return text.replace(/&([^;\s]*;?)/g, (whole, name: string) => {
    const sign = name.endsWith(';') ? SIGNS[name.slice(0, -1)] : undefined;
    if (sign === undefined) throw new Error(`${whole} is no reference`);
    return sign;
  });
}

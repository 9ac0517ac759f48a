import { parseAst } from 'rolldown/parseAst';
import { Visitor } from 'rolldown/utils';

/** One small change of a file, which some test should notice: the text from `start` to `end` is replaced. */
export interface Mutation {
  readonly file: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly change: Change;
}

/** The code that changes, in one line. */
export interface Change {
  readonly before: string;
  readonly after: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Text that people read, and the engine does not. */
const PROSE: ReadonlySet<string> = new Set(['says', 'called', 'title', 'words', 'changedBy', 'searchHints']);

const OPERATORS: { readonly [operator: string]: string } = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '&&': '||',
  '||': '&&',
  '??': '&&',
  '+': '-',
  '-': '+',
  '*': '+',
  '+=': '-=',
  '-=': '+=',
};

const METHODS = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['min', 'max'],
  ['max', 'min'],
]);

/** Every mutation of a file, in the order of their places. */
export function mutationsOf(file: string, source: string): Mutation[] {
  const found: Mutation[] = [];
  const leftOut: Span[] = [];
  const leave = (span: Span): void => void leftOut.push(span);
  const text = ({ start, end }: Span): string => source.slice(start, end);
  const isLeftOut = ({ start, end }: Span): boolean => leftOut.some((span) => span.start <= start && end <= span.end);
  const replace = (
    span: Span,
    by: string,
    change: Change = { before: inOneLine(text(span)), after: inOneLine(by) },
  ): void => {
    const { start, end } = span;
    if (isLeftOut(span) || text(span) === by) return;
    const line = source.slice(0, start).split('\n').length;
    found.push({ file, line, start, end, text: by, change });
  };
  const statuses = [...new Set(source.match(/(?<=')[A-Z][A-Z_]+(?=')/g))];
  const swap = (node: { readonly operator: string; readonly left: Span; readonly right: Span }): void => {
    const between = { start: node.left.end, end: node.right.start };
    const other = OPERATORS[node.operator];
    if (!other) return;
    replace(between, text(between).replace(node.operator, other), { before: node.operator, after: other });
  };
  const negate = ({ test }: { readonly test: Span }): void => replace(test, `!(${text(test)})`);
  /** Drops one part at a time; `around` is the pair of brackets. */
  const shorten = (whole: Span, parts: readonly Span[], around: readonly [string, string]): void => {
    for (const part of parts) {
      if (isLeftOut(part)) continue;
      const kept = parts.filter((other) => other !== part).map(text);
      replace(whole, around[0] + kept.join(', ') + around[1], { before: inOneLine(text(part)), after: '' });
    }
  };
  new Visitor({
    TSLiteralType: leave,
    BinaryExpression: swap,
    LogicalExpression: swap,
    AssignmentExpression: swap,
    UnaryExpression: (node) => {
      if (node.operator === '!') replace(node, text(node.argument));
    },
    IfStatement: negate,
    ConditionalExpression: negate,
    ExpressionStatement: (node) => replace(node, ';'),
    MemberExpression: ({ property }) => {
      const other = property.type === 'Identifier' ? METHODS.get(property.name) : undefined;
      if (other) replace(property, other);
    },
    Literal: (node) => {
      const { value } = node;
      if (typeof value === 'number')
        replace(node, `(${value + 1})`, { before: String(value), after: String(value + 1) });
      if (typeof value === 'boolean') replace(node, String(!value));
      if (typeof value !== 'string' || !statuses.includes(value)) return;
      replace(node, `'${statuses[(statuses.indexOf(value) + 1) % statuses.length]}'`);
    },
    ArrayExpression: (node) =>
      shorten(
        node,
        node.elements.filter((each) => each !== null),
        ['[', ']'],
      ),
    ObjectExpression: (node) => {
      for (const each of node.properties) {
        if (each.type === 'Property' && each.key.type === 'Identifier' && PROSE.has(each.key.name)) leave(each);
      }
      shorten(node, node.properties, ['{ ', ' }']);
    },
  }).visit(parseAst(source, { lang: 'ts' }));
  return found;
}

export const mutated = (source: string, { start, end, text }: Pick<Mutation, 'start' | 'end' | 'text'>): string =>
  source.slice(0, start) + text + source.slice(end);

const inOneLine = (code: string): string => code.replace(/\s+/g, ' ').trim();

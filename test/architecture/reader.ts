import { parseSync, Visitor } from 'vite';

/** One module named by another, in whichever way: import, export from, import(), import('…').Type. */
export interface Import {
  /** What stands between the quotes; undefined if the name is computed at run time. */
  readonly specifier: string | undefined;
  /** Gone after compiling. It is an arrow all the same: who names a type knows the room that it comes from. */
  readonly typeOnly: boolean;
  readonly line: number;
}

export interface Text {
  readonly text: string;
  readonly line: number;
}

export interface Reading {
  readonly imports: readonly Import[];
  /** Every string in the module that is not the name of an import. */
  readonly strings: readonly Text[];
  /** What the module declares and exports, of whatever sort; what it only passes on is not declared here. */
  readonly declared: readonly string[];
}

/** Reads one module's imports from its syntax tree. Throws if the text is no TypeScript. */
export function read(path: string, source: string): Reading {
  const { program, errors } = parseSync(path, source, { sourceType: 'module' });
  const [error] = errors;
  if (error) throw new SyntaxError(error.message);

  const imports: Import[] = [];
  const strings: Text[] = [];
  const declared = new Set<string>();
  const specifierStarts = new Set<number>();
  const lineOf = (offset: number) => source.slice(0, offset).split('\n').length;

  function found(at: number, name: { readonly start: number; readonly value: string }, typeOnly: boolean): void {
    specifierStarts.add(name.start);
    imports.push({ specifier: name.value, typeOnly, line: lineOf(at) });
  }

  new Visitor({
    ImportDeclaration(node) {
      const named = node.specifiers;
      const eachIsType = named.length > 0 && named.every((one) => 'importKind' in one && one.importKind === 'type');
      found(node.start, node.source, node.importKind === 'type' || eachIsType);
    },
    ExportAllDeclaration(node) {
      found(node.start, node.source, node.exportKind === 'type');
    },
    ExportNamedDeclaration(node) {
      if (node.source) found(node.start, node.source, node.exportKind === 'type');
      const { declaration } = node;
      if (!declaration) return;
      const named = 'declarations' in declaration ? declaration.declarations : [declaration];
      for (const { id } of named) if (id?.type === 'Identifier') declared.add(id.name);
    },
    ImportExpression(node) {
      const name = node.source;
      if (name.type === 'Literal' && typeof name.value === 'string')
        found(node.start, { ...name, value: name.value }, false);
      else imports.push({ specifier: undefined, typeOnly: false, line: lineOf(node.start) });
    },
    TSImportType(node) {
      found(node.start, node.source, true);
    },
    TSExternalModuleReference(node) {
      found(node.start, node.expression, false);
    },
    Literal(node) {
      if (typeof node.value === 'string' && !specifierStarts.has(node.start)) {
        strings.push({ text: node.value, line: lineOf(node.start) });
      }
    },
    TemplateElement(node) {
      strings.push({ text: node.value.raw, line: lineOf(node.start) });
    },
  }).visit(program);

  return { imports, strings, declared: [...declared] };
}

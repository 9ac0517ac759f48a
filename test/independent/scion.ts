import { createRequire } from 'node:module';
import type { Params, Value } from '../../src/model/index.ts';

/** The part of SCION, an independent SCXML engine, that is used. */
interface Scion {
  documentStringToModel(url: string, text: string, done: (error: unknown, model: Model) => void): void;
  readonly core: { readonly Statechart: new (model: unknown, options: object) => Interpreter };
}

interface Model {
  prepare(done: (error: unknown, factory: unknown) => void): void;
}

interface Interpreter {
  start(): void;
  gen(event: { readonly name: string; readonly data: unknown; readonly type: 'external' }): void;
  getConfiguration(): string[];
}

/** A compiled document, which can be run in sessions. */
export type Prepared = () => Session;

/**
 * The document with a region that reports the answers to commands. Delays are too long to end: the passing of time is
 * an event like any other.
 */
const observed = (document: string): string =>
  document
    .replaceAll(/ delayexpr="[^"]*"/g, ' delay="1000000s"')
    .replace(
      /( *)<\/parallel>/,
      `<state id="observer"><transition event="error.refused accepted answered"><log expr="_event.name"/></transition></state>\n$1</parallel>`,
    );

/** Loads a document into SCION. Throws if it is not installed or rejects the document. */
export async function prepare(document: string): Promise<Prepared> {
  const scion = createRequire(import.meta.url)('@scion-scxml/scxml') as Scion;
  const model = await new Promise<Model>((done, fail) => {
    scion.documentStringToModel('document.scxml', observed(document), (error, made) =>
      error ? fail(error) : done(made),
    );
  });
  const factory = await new Promise((done, fail) => {
    model.prepare((error, made) => (error ? fail(error) : done(made)));
  });
  return () => new Session(scion, factory);
}

/** The substitute for a character that an event's name cannot have. */
const plain = (name: string): string =>
  name.replaceAll(/_x([0-9a-f]+)_/g, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)));

/** One running statechart. */
export class Session {
  private readonly interpreter: Interpreter;
  private answers: string[] = [];

  constructor({ core }: Scion, factory: unknown) {
    this.interpreter = new core.Statechart(factory, {
      console: { log: (...said: unknown[]) => this.answers.push(plain(String(said.at(-1)))) },
    });
    this.interpreter.start();
  }

  /** The states that the session is in. */
  get standing(): ReadonlySet<string> {
    return new Set(this.interpreter.getConfiguration());
  }

  /** Sends an event, and returns the answer: `accepted.COMMAND`, `error.refused.CODE`. */
  send(name: string, data: Params | { readonly [fact: string]: Value } = {}): readonly string[] {
    this.answers = [];
    this.interpreter.gen({ name, data, type: 'external' });
    return this.answers;
  }
}

import { amount } from '../scenario/wording.ts';

/** An error that the page raised: an uncaught error, an error on its console, or a crash. */
export interface PageError {
  readonly kind: 'uncaught' | 'console' | 'crash';
  readonly says: string;
}

/** An error of the page, its count, and the scenario of its first occurrence; undefined before the first situation. */
export interface NotedError extends PageError {
  readonly count: number;
  readonly scenario: readonly string[] | undefined;
}

/** The distinct errors of the page. */
export class ErrorLog {
  private readonly notes = new Map<string, NotedError>();

  note(error: PageError, scenario: readonly string[] | undefined): void {
    const key = `${error.kind} ${error.says}`;
    const known = this.notes.get(key) ?? { ...error, count: 0, scenario };
    this.notes.set(key, { ...known, count: known.count + 1 });
  }

  all(): readonly NotedError[] {
    return [...this.notes.values()];
  }
}

export function saysError({ kind, says, count, scenario }: NotedError): string {
  const times = count > 1 ? ` ${amount(count)} times` : '';
  const first = count > 1 ? ', first' : ',';
  const lines = scenario && (scenario.length > 0 ? scenario.join('; ') : 'nothing has happened');
  return `${SAID[kind]}${times}: ${says}${first} ${lines === undefined ? 'when it was opened' : `after: ${lines}`}`;
}

const SAID = { uncaught: 'The page threw', console: 'The page wrote an error to its console', crash: 'Crash' } as const;

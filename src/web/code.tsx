import { type Code, codeAndName, type StepResult } from '../model/index.ts';
import type { Playground } from './model.ts';

/** A code with its name, leading to its page. */
export function CodeLink({ page, code, name }: { page: Playground; code: Code; name?: string | undefined }) {
  return (
    <a class="code" href={page.linkOf(code)} target="_top">
      {codeAndName({ code, name: name ?? String(code) })}
    </a>
  );
}

/** The outcome of a step, with its code if it was rejected. */
export function StepOutcome({ page, result: { outcome, error } }: { page: Playground; result: StepResult }) {
  return (
    <>
      <span class={`outcome ${outcome}`}>{outcome}</span>
      {error && (
        <>
          {' '}
          <CodeLink page={page} code={error.code} name={error.name} />
        </>
      )}
    </>
  );
}

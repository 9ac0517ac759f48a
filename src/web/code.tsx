import type { Code } from '../model/index.ts';
import type { Playground } from './model.ts';

/** A code with its name, leading to its page. */
export function CodeLink({ page, code, name }: { page: Playground; code: Code; name?: string | undefined }) {
  const isSame = name === undefined || name === String(code);
  return (
    <a class="code" href={page.linkOf(code)} target="_top">
      {isSame ? code : `${code} ${name}`}
    </a>
  );
}

import { expect, it } from 'vitest';
import { exitName } from './oracle/names.ts';
import { run } from './run.ts';

it('every exit has its name', () => {
  for (let code = 1; code < 256; code += 1) {
    const results = run(`account enqueue\naccount start\naccount exited code=${code}`);
    const errors = results.flatMap(({ changes }) => changes.flatMap(({ error = [] }) => error));
    expect(errors).toContainEqual({ code, name: exitName(code) });
  }
});

import { describe, expect, it } from 'vitest';
import { mutated, mutationsOf } from './mutations.ts';

/** The line as each of its mutations leaves it. */
const mutants = (source: string): string[] => mutationsOf('a.ts', source).map((mutation) => mutated(source, mutation));

describe('a mutant', () => {
  it.each([
    ['compares otherwise', 'a < b', ['a <= b']],
    ['asks for either instead of both', 'a && b', ['a || b']],
    ['negates no more', 'const x = !a', ['const x = a']],
    ['takes the other way', 'const x = a ? b : c', ['const x = !(a) ? b : c']],
    ['asks for all instead of some', 'const x = a.some(b)', ['const x = a.every(b)']],
    ['calls no other method where none is its opposite', 'const x = a.toString()', []],
    ['gives another code', 'const x = 650', ['const x = (651)']],
    ['says no for yes', 'const x = true', ['const x = false']],
    ['does one thing less', 'f();', [';']],
    ['has an element less', "const x = ['a', b]", ['const x = [b]', "const x = ['a']"]],
    ['has a part less', 'const x = { a, b: c }', ['const x = { b: c }', 'const x = { a }']],
    [
      'leads to another status',
      "const x = f('RUNNING', 'STOPPED')",
      ["const x = f('STOPPED', 'STOPPED')", "const x = f('RUNNING', 'RUNNING')"],
    ],
  ])('%s', (_, source, expected) => {
    const statements = mutants(source).filter((mutant) => mutant !== ';' || source === 'f();');
    expect(statements).toEqual(expected);
  });

  it.each(["const x = { says: ['a', 'b'] }", 'let x: 1 | 2', "import { a } from 'b'", 'type A = { b: true }'])(
    'is not made of what only people or compilers read: %s',
    (source) => expect(mutants(source)).toEqual([]),
  );

  it('says where it is', () => {
    expect(mutationsOf('a.ts', 'f();\nconst x = 1;').map(({ line }) => line)).toEqual([1, 2]);
  });
});

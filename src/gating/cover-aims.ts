import { specOf } from '../engine/sample-lines.ts';
import { isPhase, isRefusal, type Params, statusOf } from '../model/index.ts';
import { type Aim, ANY_PART, type Cube, cubeOf } from '../search/aims.ts';
import type { Quotient } from '../space/quotient.ts';
import type { Space } from '../space/space.ts';

/** Something that a cover is to have: a status within a class of expected answers, or a step from one class to another. */
export interface Wish {
  readonly aim: Aim;
  /** The answers at the end. */
  readonly after: string;
  /** Of a step the answers where it begins. */
  readonly before?: string;
  readonly state?: { readonly phase: string; readonly status: string | null };
}

/** All that a cover of the space is to have, as far as the space's tables know of it: some of it is never reached. */
export function aimsOf(space: Space, commands: readonly string[]): Wish[] {
  const { quotient } = space.layout;
  const answers = answersOf(space, commands);
  return [...statusesIn(space, answers), ...stepsIn(quotient, answers)];
}

/** The expected answers of each node, as text. */
function answersOf({ system, kind, layout }: Space, commands: readonly string[]): string[] {
  const { letters, nodes } = layout.quotient;
  const lifecycle = system.entities[kind];
  const plain = commands.map((command) =>
    letters.findIndex(
      (letter) =>
        letter.kind === kind &&
        letter.event === command &&
        lifecycle !== undefined &&
        same(letter.params, specOf(lifecycle, command).plain ?? {}),
    ),
  );
  return nodes.map(({ answers }) => {
    const rules = new Map(answers.map(({ letter, rule }) => [letter, rule]));
    const codes = plain.map((letter) => {
      const rule = rules.get(letter);
      return rule && isRefusal(rule) ? String(rule.code) : '';
    });
    return codes.join(' ');
  });
}

const same = (one: Params, other: Params): boolean =>
  Object.keys(one).length === Object.keys(other).length && Object.keys(one).every((key) => one[key] === other[key]);

function statusesIn({ layout }: Space, answers: readonly string[]): Wish[] {
  const { places, nodes } = layout.quotient;
  const wishes = new Map<string, Wish & { aim: Cube[] }>();
  nodes.forEach(({ classes }, node) => {
    const after = answers[node] as string;
    places.forEach(({ name, states, member }, place) => {
      if (!isPhase(name)) return;
      for (const state of layout.states[place]?.[classes[place] as number] ?? []) {
        const cube = cubeOf(layout, node, [[place, state]]);
        if (!cube) continue;
        const key = `${after}|${place}=${state}`;
        const status = statusOf(states[state] as string);
        const wish = wishes.get(key) ?? { aim: [], after, ...(member === 0 ? { state: { phase: name, status } } : {}) };
        wish.aim.push(cube);
        wishes.set(key, wish);
      }
    });
  });
  return [...wishes.values()];
}

function stepsIn({ nodes }: Quotient, answers: readonly string[]): Wish[] {
  const wishes = new Map<string, Wish & { aim: Cube[] }>();
  nodes.forEach(({ arrows }, node) => {
    const before = answers[node] as string;
    for (const { letter, to } of arrows) {
      const after = answers[to] as string;
      if (before === after) continue;
      const key = `${before}|${after}`;
      const wish = wishes.get(key) ?? { aim: [], before, after };
      wish.aim.push({ node, high: ANY_PART, low: ANY_PART, letter });
      wishes.set(key, wish);
    }
  });
  return [...wishes.values()];
}

import { namesOf } from '../condition/walk.ts';
import type { System } from '../model/index.ts';
import { conditionsOf } from '../space/classes.ts';
import { ClosedWorld } from '../space/closed-world.ts';

/** Each fact is evaluated in this many random situations. What they miss is found during the search of the space. */
const TRIES = 64;

/**
 * The facts, as `KIND FACT`, that some condition uses and that depend on something outside the space: other entities,
 * another entity of the same kind, or data besides the charts. Each is free in the space.
 */
export function outsideFacts(system: System, kind: string, choose: (count: number) => number): string[] {
  const closed = new ClosedWorld(system, kind, { outside: [] });
  for (const member of closed.members) {
    const { source } = member.lifecycle;
    const names = new Set([...conditionsOf(source)].flatMap((condition) => [...namesOf(condition)]));
    const asked = [...names].filter((name) => Object.hasOwn(source.facts, name));
    const forms = closed.letters.filter((letter) => letter.kind === member.kind);
    for (const name of asked) {
      for (let tried = 0; tried < TRIES; tried += 1) {
        for (const each of closed.members) {
          each.at =
            choose(2) === 0
              ? each.lifecycle.initial.slice()
              : Uint8Array.from(each.lifecycle.regions, ({ states }) => choose(states.length));
        }
        const { event, params } = forms[choose(forms.length)] ?? { event: '', params: {} };
        source.facts[name]?.of(closed.world.ask(member, event, params));
      }
    }
  }
  return [...closed.held];
}

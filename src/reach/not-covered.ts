import { describe } from '../condition/sentence.ts';
import { isFactChange } from '../space/delays-as-events.ts';
import type { Query } from './query.ts';

/** What the space of an entity does not cover, in words. Printed with every answer. */
export function notCovered({ reachable, system, lifecycle }: Query): string[] {
  const { members } = reachable.world.closed;
  const free = reachable.outside.map((name) => name.split(' ') as [string, string]);
  const others = members.slice(1).map(({ kind }) => kind);
  const notes = ['Commands are asked about in their plainest form, with no fault armed.'];
  if (lifecycle.singleton === undefined)
    notes.push(
      `The ${lifecycle.kind} is called 1; where its name decides, one of another name may be answered otherwise.`,
    );
  if (others.length > 0) notes.push(`The ${lifecycle.kind} stays with the same ${others.join(' and ')} all the time.`);
  if (free.length > 0) {
    const facts = free.map(([kind, fact]) => {
      const source = system.entities[kind] as typeof lifecycle;
      const usual = source.facts[fact]?.usual ?? null;
      return kind === lifecycle.kind ? `${fact} (usually: ${describe({ [fact]: usual }, source)})` : `${kind} ${fact}`;
    });
    notes.push(
      `The world outside decides ${facts.join(', ')}: each may be any of its values at any time, whatever the others are.`,
    );
  }
  const events = reachable.world.letters.filter(({ line, event }) => line === undefined && !isFactChange(event));
  if (events.length > 0) {
    const names = [...new Set(events.map(({ event }) => event))];
    notes.push(`${names.join(', ')}: taken to happen at any time at which the chart listens.`);
  }
  notes.push('A delay may end at any time while it runs, whatever other delays run.');
  return notes;
}

import type { System } from '../../src/model/index.ts';
import { nearest } from '../../src/model/near.ts';
import { codesTable } from './codes-table.ts';
import { gatesTables } from './gates-table.ts';
import { fault, type Slot, slotsOf, withSlots } from './marker.ts';
import { timersTable } from './timers-table.ts';

export const systemPagePath = ({ name }: System): string => `docs/systems/${name}.md`;

/** A page of docs/systems, which is prose by hand, with its tables of gates, timers and codes as the data has them. */
export const filled = (page: string, system: System): string => withSlots(page, (slot) => tablesOf(slot, system));

/** The markers that the page of a system has to have and does not: one for each table that has a row. */
export function missingIn(page: string, system: System): string[] {
  const there = slotsOf(page).map(({ what }) => what);
  const gates = Object.values(system.entities)
    .filter(({ commands }) => Object.keys(commands).length > 0)
    .map(({ kind }) => `gates ${kind}`);
  const timers = timersTable(system).length > 0 ? ['timers'] : [];
  return [...gates, ...timers, 'codes'].filter((what) => !there.includes(what));
}

function tablesOf({ what, begin, level }: Slot, system: System): string[] {
  const [table = '', entity, ...rest] = what.split(' ');
  if (table === 'gates' && entity !== undefined && rest.length === 0) {
    const lifecycle = Object.hasOwn(system.entities, entity) ? system.entities[entity] : undefined;
    if (!lifecycle) {
      const near = nearest(entity, Object.keys(system.entities));
      throw fault(
        begin,
        `${system.name} has no entity ${entity}${near === undefined ? '' : `; did you mean ${near}?`}`,
      );
    }
    return gatesTables(system, lifecycle, level + 1);
  }
  if (what === 'timers') return timersTable(system);
  if (what === 'codes') return codesTable(system);
  throw fault(begin, `nothing is generated for "${what}", but for: gates ENTITY, timers, codes`);
}

import { type Lifecycle, type System, secondsOf } from '../../model/index.ts';
import { assumedBy, handledIn, onlyPhase } from './handlers.ts';
import { literal } from './scxml-conditions.ts';
import { gates } from './scxml-gates.ts';
import { Names } from './scxml-names.ts';
import { afresh, region } from './scxml-regions.ts';
import { documentOf, type Xml } from './xml.ts';

/**
 * A lifecycle as a W3C SCXML 1.0 statechart for any engine with the ECMAScript data model.
 *
 * Regions are parallel. The facts are in `facts`, which the event `facts` changes. Only the state `gates` handles commands:
 * the first gate that holds raises `error.refused.CODE`; otherwise `accepted.COMMAND` is raised, which the regions handle.
 * Exiting and entering a state raises its signals if something handles them; delays are sent and cancelled. Parameters are
 * the event's data, as texts.
 */
export function scxml(system: System, lifecycle: Lifecycle, phase?: string): string {
  const shown = phase === undefined ? lifecycle : onlyPhase(lifecycle, phase);
  const names = new Names(system, shown);
  const { chart, kind } = shown;
  return documentOf({
    name: 'scxml',
    attributes: {
      xmlns: 'http://www.w3.org/2005/07/scxml',
      'xmlns:lifecycle': 'urn:migration-lifecycles',
      version: '1.0',
      datamodel: 'ecmascript',
      // Engines use it as an identifier.
      name: chart.id.replaceAll(/[^A-Za-z0-9_]/g, '_'),
      initial: names.root,
    },
    children: [
      { name: '!', text: `${system.title}: ${kind}` },
      dataOf(shown, lifecycle),
      {
        name: 'parallel',
        attributes: { id: names.root },
        children: [
          ...handledIn(chart.on).flatMap((handled) => afresh(names, handled)),
          gates(names),
          ...Object.entries(chart.states).map(([name, each]) => region(names, name, each)),
        ],
      },
    ],
  });
}

/** The data model. */
function dataOf(shown: Lifecycle, whole: Lifecycle): Xml {
  const values = {
    facts: assumedBy(shown, whole),
    params: [],
    reasons: [],
    delays: delaysIn(shown.chart),
  };
  return {
    name: 'datamodel',
    children: Object.entries(values).map(([id, list]) => ({
      name: 'data',
      attributes: { id, expr: `{${list.map(([name, value]) => `${literal(name)}: ${literal(value)}`).join(', ')}}` },
    })),
  };
}

/** The length of each delay. A delay that the system computes is an hour here. */
function delaysIn({ states }: Lifecycle['chart']): [string, string][] {
  const nodes = Object.values(states).flatMap((each) => Object.values(each.states));
  const names = new Set(nodes.flatMap(({ after }) => Object.keys(after ?? {})));
  return [...names].map((name) => [name, `${secondsOf(name) ?? 3600}s`]);
}

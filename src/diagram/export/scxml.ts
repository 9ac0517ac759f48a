import { type Lifecycle, type System, secondsOf, statusOf } from '../../model/index.ts';
import { handledIn, onlyPhase } from './handlers.ts';
import { literal } from './scxml-conditions.ts';
import { gates } from './scxml-gates.ts';
import { Names } from './scxml-names.ts';
import { afresh, region } from './scxml-regions.ts';
import { documentOf, type Xml } from './xml.ts';

/**
 * A lifecycle as a statechart of W3C SCXML 1.0 that any engine with the ECMAScript data model can run.
 *
 * Regions are parallel; what lies outside is in `facts`, which the event `facts` changes. A command is heard by the state
 * `gates` alone: the first gate that holds raises `error.refused.CODE`, else `accepted.COMMAND` is raised, for which the
 * regions listen. Leaving and entering a state raises the signals that somebody listens for; delays are sent and
 * cancelled. Parameters are the event's data, as texts.
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
      // Engines make an identifier of it.
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

/** What lies outside the chart, as it usually is; of the whole lifecycle, regions that are not shown lie outside too. */
function dataOf({ chart, facts }: Lifecycle, whole: Lifecycle): Xml {
  const others = Object.entries(whole.chart.states).filter(([name]) => !Object.hasOwn(chart.states, name));
  const values = {
    facts: [
      ...Object.entries(facts).map(([name, { usual }]) => `${literal(name)}: ${literal(usual)}`),
      ...others.map(([name, { initial }]) => `${literal(name)}: ${literal(statusOf(initial))}`),
    ],
    params: [],
    reasons: [],
    delays: delaysIn(chart).map(([name, time]) => `${literal(name)}: ${literal(time)}`),
  };
  return {
    name: 'datamodel',
    children: Object.entries(values).map(([id, list]) => ({
      name: 'data',
      attributes: { id, expr: `{${list.join(', ')}}` },
    })),
  };
}

/** How long each delay is: one that the system decides takes an hour where the chart is alone. */
function delaysIn({ states }: Lifecycle['chart']): [string, string][] {
  const nodes = Object.values(states).flatMap((each) => Object.values(each.states));
  const names = new Set(nodes.flatMap(({ after }) => Object.keys(after ?? {})));
  return [...names].map((name) => [name, `${secondsOf(name) ?? 3600}s`]);
}

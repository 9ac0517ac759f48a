import { delayEvent, type Region, type Transition } from '../../model/index.ts';
import { leaves } from '../sketch.ts';
import { type Handled, handledIn } from './handlers.ts';
import { every, literal, member, not, some } from './scxml-conditions.ts';
import type { Names } from './scxml-names.ts';
import { block, raise, transition } from './scxml-parts.ts';
import type { Xml } from './xml.ts';

interface Destination {
  readonly target: string | undefined;
  readonly type?: string;
}

/** A region. Its own transitions are internal, so that they do not exit it. */
export function region(names: Names, name: string, { initial, states, on }: Region): Xml {
  const place = ({ target }: Transition): Destination =>
    target === undefined ? { target } : { target: names.state(name, target), type: 'internal' };
  return {
    name: 'state',
    attributes: { id: names.region(name), initial: names.state(name, initial) },
    children: [
      ...handledIn(on).flatMap((handled) => moves(names, handled, name, place)),
      ...Object.keys(states).map((each) => state(names, name, each, states[each] ?? {})),
    ],
  };
}

function state(names: Names, region: string, name: string, { on, after }: Region['states'][string]): Xml {
  const code = names.lifecycle.phases[region]?.[name] ?? undefined;
  const place = (move: Transition): Destination => ({
    target: leaves(move, name) ? names.state(region, move.target as string) : undefined,
  });
  const ended = handledIn(after).map(({ event: delay, moves }) => {
    return { delay, handled: { event: delayEvent(region, name, delay), moves } };
  });
  const begun = ended.map(({ delay, handled }): Xml => {
    const event = names.event(handled.event);
    return { name: 'send', attributes: { event, id: event, delayexpr: member('delays', delay) } };
  });
  const dropped = ended.map(({ handled }): Xml => {
    return { name: 'cancel', attributes: { sendid: names.event(handled.event) } };
  });
  return {
    name: 'state',
    attributes: { id: names.state(region, name), 'lifecycle:code': code === undefined ? undefined : String(code) },
    children: [
      ...block('onentry', [...signal(names, `entered ${region}.${name}`), ...begun]),
      ...block('onexit', [...signal(names, `left ${region}.${name}`), ...dropped]),
      ...[...handledIn(on), ...ended.map(({ handled }) => handled)].flatMap((each) =>
        moves(names, each, region, place),
      ),
    ],
  };
}

const signal = (names: Names, said: string): Xml[] => (names.isHeard(said) ? [raise(names.event(said))] : []);

function moves(
  names: Names,
  { event, moves: all }: Handled,
  region: string,
  place: (move: Transition) => Destination,
): Xml[] {
  const { name, exactly, params } = names.heardAs(event);
  return all.map((move) => {
    const cond = every([exactly, names.holds(move.guard, params)]);
    return transition({ event: name, cond, ...place(move) }, contents(names, move, region, params));
  });
}

/** Transitions of the whole entity, which are taken only if no region reacts. */
export function afresh(names: Names, { event, moves: all }: Handled): Xml[] {
  const { name, exactly, params } = names.heardAs(event);
  const staying = not(some(stayers(names, event, params)));
  return all.map((move) => {
    const [region = '', ...state] = (move.target ?? '').split('.');
    const target = move.target === undefined ? undefined : names.state(region, state.join('.'));
    const cond = every([exactly, staying, names.holds(move.guard, params)]);
    return transition({ event: name, cond, target }, contents(names, move, region, params));
  });
}

/** When a region reacts without changing state: SCXML would take a transition of the whole as well. */
function stayers(names: Names, event: string, params: string): string[] {
  const movesOn = (on: Region['on']): readonly Transition[] =>
    handledIn(on)
      .filter((handled) => handled.event === event)
      .flatMap((handled) => handled.moves);
  return Object.entries(names.lifecycle.chart.states).flatMap(([region, { states, on }]) => {
    const inner = Object.entries(states).flatMap(([state, node]) =>
      movesOn(node.on)
        .filter((move) => !leaves(move, state))
        .map(({ guard }) => every([`In('${names.state(region, state)}')`, names.holds(guard, params)])),
    );
    const outer = movesOn(on).filter(({ target }) => target === undefined);
    return [...inner, ...outer.map(({ guard }) => names.holds(guard, params))];
  });
}

function contents(names: Names, { actions = [], error }: Transition, region: string, params: string): Xml[] {
  const reason = String(error ?? '');
  const expr = reason.startsWith('$') ? member(params, reason.slice(1)) : literal(reason);
  const given: Xml[] =
    error === undefined ? [] : [{ name: 'assign', attributes: { location: member('reasons', region), expr } }];
  return [...given, ...actions.map((action) => raise(names.event(`effect.${action}`)))];
}

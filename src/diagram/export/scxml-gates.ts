import { isPass, isRefusal, type Rule } from '../../model/index.ts';
import { every, literal } from './scxml-conditions.ts';
import { GIVEN, type Names } from './scxml-names.ts';
import { raise, transition } from './scxml-parts.ts';
import type { Xml } from './xml.ts';

const take: Xml = { name: 'assign', attributes: { location: 'params', expr: GIVEN } };

/** The state that handles outside events: it answers commands, and keeps the parameters for signals. */
export function gates(names: Names): Xml {
  const { commands } = names.lifecycle;
  const events = names.fromOutside();
  const said = events.filter((event) => event !== 'facts' && !Object.hasOwn(commands, event));
  const known = events.map((event) => literal(names.event(event))).join(', ');
  const unknown = `_event.type === 'external' && [${known}].indexOf(_event.name) < 0`;
  return {
    name: 'state',
    attributes: { id: names.gates },
    children: [
      transition({ event: 'facts', cond: names.exactly('facts') }, [
        { name: 'script', text: 'for (var fact in _event.data) facts[fact] = _event.data[fact];' },
      ]),
      ...Object.keys(commands).flatMap((command) => gatesOf(names, command)),
      ...(said.length === 0 ? [] : [transition({ event: said.map((event) => names.event(event)).join(' ') }, [take])]),
      transition({ event: '*', cond: unknown }, [raise(names.event(`error.refused.${names.system.unknownEvent}`))]),
    ],
  };
}

/** The gates of one command in order, then its acceptance. */
function gatesOf(names: Names, command: string): Xml[] {
  const rules = (names.lifecycle.rules[command] ?? []).filter((rule) => isRefusal(rule) || isPass(rule));
  const event = names.event(command);
  const exactly = names.exactly(command);
  return [
    ...rules.map((rule) => {
      const cond = every([exactly, names.holds(rule.when, GIVEN)]);
      return transition({ event, cond }, answer(names, command, rule));
    }),
    transition({ event, cond: exactly }, [take, raise(names.event(`accepted.${command}`))]),
  ];
}

function answer(names: Names, command: string, rule: Rule): Xml[] {
  if (!isRefusal(rule)) return [raise(names.event(`answered.${command}`))];
  const effect = rule.effect === undefined ? [] : [raise(names.event(`effect.${rule.effect}`))];
  return [raise(names.event(`error.refused.${rule.code}`)), ...effect];
}

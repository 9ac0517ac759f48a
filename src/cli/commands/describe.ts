import { unknown } from '../../scenario/complaint.ts';
import { described } from '../answers.ts';
import { command } from '../command.ts';
import { entityOf } from '../entity-words.ts';
import { printed, system } from '../options.ts';
import { lookUp } from '../systems.ts';
import { entitiesText, entityText, eventText } from '../text/described-text.ts';

export default command({
  arguments: [
    { name: 'ENTITY', says: 'a kind of entity, such as job (default: a line for each)', optional: true },
    { name: 'EVENT', says: 'one of its events, with its parameters', optional: true },
  ],
  options: { system: system(), ...printed },
  notes: ['A parameter is listed with its values and its default.'],
  examples: [
    { run: 'lifecycle describe', says: 'the entities of Egnyte' },
    { run: 'lifecycle describe job', says: 'the events, statuses and facts of a job' },
    { run: 'lifecycle describe job create', says: 'the parameters of one event' },
    { run: 'lifecycle describe account --system dovecot --json', says: 'for a program' },
  ],
  async run({ options, args: [word, event] }, terminal) {
    const { out } = terminal;
    const lookup = await lookUp(options.system);
    const { outline } = lookup;
    const kinds = word === undefined ? Object.keys(outline.entities) : [(await entityOf(outline, word)).kind];
    const all = await Promise.all(kinds.map((kind) => described(lookup, kind)));
    const [one] = all;
    if (event !== undefined && one) {
      const found = one.events.find((each) => each.event === event);
      if (!found) {
        const events = one.events.map((each) => each.event);
        throw unknown('event', event, events, `run lifecycle describe ${one.entity} for its events`);
      }
      const { system: name, entity } = one;
      if (options.json) out.json({ system: name, entity, ...found });
      else out.write(eventText(one, found, terminal));
    } else if (options.json) for (const each of all) out.json(each);
    else if (word !== undefined && one) out.write(entityText(one, terminal));
    else out.write(entitiesText(outline, all, terminal));
    return 0;
  },
});

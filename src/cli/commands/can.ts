import { saysKnown } from '../../answers/known.ts';
import { Complaint } from '../../scenario/complaint.ts';
import { canAfter, canOf } from '../answers.ts';
import { command } from '../command.ts';
import { entityOf, knownFromWords } from '../entity-words.ts';
import { printed, system } from '../options.ts';
import { lookUp } from '../systems.ts';
import { canText } from '../text/can-text.ts';

export default command({
  arguments: [
    { name: 'ENTITY[:ID]', says: 'the entity, such as job or job:2' },
    {
      name: 'PHASE:STATUS|CODE|FACT=VALUE',
      says: 'what is known of it (default: its situation after given ready)',
      optional: true,
      many: true,
    },
  ],
  options: {
    system: system(),
    after: { value: 'FILE', says: 'the situation at the end of this scenario; - is standard input' },
    ...printed,
  },
  notes: [
    'All reachable situations that agree with what is known count. The answer is that in the plainest of them, ' +
      'the one with the shortest scenario. Other possible answers follow, with their conditions.',
    'Commands have their plain parameters, and no fault is armed. The exit status is 1 if no reachable situation agrees.',
  ],
  examples: [
    { run: 'lifecycle can job MIGRATE_DATA:PAUSED agent=INACTIVE', says: 'by statuses and facts' },
    { run: 'lifecycle can job 925 900', says: 'the same by the codes of the statuses' },
    { run: 'lifecycle can job --after scenario.txt --json', says: 'after a scenario, for a program' },
  ],
  async run({ options, args: [word = '', ...words] }, terminal) {
    const { out } = terminal;
    const lookup = await lookUp(options.system);
    const { outline } = lookup;
    const entity = await entityOf(outline, word);
    const { kind, id, lifecycle } = entity;
    if (options.after !== undefined && words.length > 0) {
      throw new Complaint('--after and statuses exclude each other', 'name a scenario, or what is known');
    }
    const known = knownFromWords(outline, entity, words);
    const found =
      options.after === undefined
        ? await canOf(lookup, terminal, kind, id, known)
        : await canAfter(lookup, options.after, kind, id);
    if ('impossible' in found) {
      const { impossible, nearest } = found;
      terminal.complain(`lifecycle can: no ${kind} can be ${impossible}; the nearest that exists is ${nearest}`);
      return 1;
    }
    const title = [`${outline.name} ${kind}:${id}`, saysKnown(lifecycle, known)]
      .filter((part) => part !== '')
      .join(', ');
    if (options.json) for (const row of found.rows) out.json(row);
    else {
      const first = lifecycle.singleton ?? '1';
      const standIn = words.length > 0 && id !== first ? `${kind}:${first}` : undefined;
      out.write(canText(title, found, terminal, standIn));
    }
    return 0;
  },
});

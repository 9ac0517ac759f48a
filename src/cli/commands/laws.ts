import { wholeOf } from '../../model/index.ts';
import { Complaint } from '../../scenario/complaint.ts';
import { command, type Status } from '../command.ts';
import { printed, system } from '../options.ts';
import { systemNamed } from '../systems.ts';

export default command({
  arguments: [],
  options: {
    system: system(),
    seed: { value: 'N', says: 'the seed of the random walks; the same seed gives the same walks (default: 1)' },
    ...printed,
  },
  notes: [
    'The definition is checked first. Then random scenarios are run, with the XState machines alongside; a scenario is ' +
      'searched for each code; and spaces are explored twice. The exit status is 1 if a law does not hold.',
  ],
  examples: [
    { run: 'lifecycle laws --system ./mine.ts', says: 'a system of your own' },
    { run: 'lifecycle laws --system dovecot --seed 7 --json', says: 'a registered one, for a program' },
  ],
  async run({ options }, { out, paint }) {
    const seed = options.seed === undefined ? 1 : wholeOf(options.seed);
    if (seed === undefined) throw new Complaint('--seed needs a whole number');
    const chosen = await systemNamed(options.system);
    const { lawsOf } = await import('../../laws/index.ts');
    let status: Status = 0;
    for (const { law, findings } of lawsOf(chosen, { seed })) {
      if (findings.length > 0) status = 1;
      if (options.json) out.json({ system: chosen.name, law, findings });
      else {
        const word = findings.length === 0 ? paint('good', 'holds ') : paint('bad', 'broken');
        out.write(`${word}  ${law}\n`);
        for (const finding of findings) out.write(`${finding.replace(/^/gm, '          ')}\n`);
      }
      await out.flush();
    }
    return status;
  },
});

import { egnyte } from '../../../machines/egnyte/index.ts';
import { explore } from '../../space/explicit/explore.ts';
import { type Row, rounded } from '../row.ts';

/** Situations after which the search of one space ends. */
const MOST = 200_000_000;

export default {
  title: 'Exploration with a fact free',
  says:
    'The space of the job again, with one fact free at a time: it may take any of its values at any moment. ' +
    'Only facts that its conditions ask for, and that are held at their usual value otherwise, are freed.',
  run(scale) {
    const kind = scale === 'full' ? 'job' : 'agent';
    const usual = explore(egnyte, kind);
    const own = Object.keys(egnyte.entities[kind].facts);
    const asked = own.filter((fact) => usual.held.includes(`${kind} ${fact}`));
    const others = own.filter((fact) => !asked.includes(fact));
    const lines: string[][] = [];
    for (const fact of [undefined, ...(scale === 'tiny' ? asked.slice(0, 1) : asked)]) {
      const began = process.hrtime.bigint();
      const found = explore(egnyte, kind, { free: fact === undefined ? [] : [fact], limit: MOST });
      const seconds = Number(process.hrtime.bigint() - began) / 1e9;
      const { situations, transitions, bytes, complete } = found;
      const name = `${fact ?? 'none'}${complete ? '' : ' (ended at the limit)'}`;
      const counts = [rounded(situations), rounded(transitions), rounded(seconds)];
      lines.push([name, ...counts, rounded(situations / seconds), rounded(bytes)]);
    }
    const notes = [`No condition of the space asks for these, or the space itself decides them: ${others.join(', ')}.`];
    return {
      columns: ['free', 'situations', 'transitions', 's', 'situations/s', 'bytes each'],
      lines,
      bars: [],
      notes: others.length > 0 ? notes : [],
    };
  },
} satisfies Row;

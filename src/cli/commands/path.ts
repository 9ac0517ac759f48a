import { type NoPath, type Path, pathTo } from '../../answers/path.ts';
import type { Source } from '../../answers/source.ts';
import { type CodeRow, isRefusal, type Lifecycle, type System } from '../../model/index.ts';
import { countOf } from '../../reach/count-steps.ts';
import { Complaint, unknown } from '../../scenario/complaint.ts';
import { amount } from '../../scenario/wording.ts';
import { command } from '../command.ts';
import { entityOf, knownFromWords, lacks } from '../entity-words.ts';
import { worldAfterFile } from '../io/steps.ts';
import { json, system } from '../options.ts';
import { systemNamed, systemsWith } from '../systems.ts';
import { sourceOf } from '../work-out.ts';

export default command({
  arguments: [
    {
      name: 'ENTITY',
      says: 'a kind of entity (default: the first with these phases, or with this code)',
      optional: true,
    },
    {
      name: 'PHASE:STATUS|CODE|FACT=VALUE',
      says: 'the goal, all at the same time; null is a phase that has not run',
      optional: true,
      many: true,
    },
  ],
  options: {
    system: system(),
    code: { value: 'CODE', says: 'the code that the last line shows' },
    after: { value: 'FILE', says: 'begin where this scenario ends; - is standard input' },
    json,
  },
  notes: [
    'All reachable situations are searched, of the entity and of those that are explored with it. A scenario begins with ' +
      'given ready, the usual opening in one line, if that is shorter. It is run before it is printed. The exit status is ' +
      '1 if none was found.',
  ],
  examples: [
    { run: 'lifecycle path job SCAN:FAILED DATA_SYNC:PAUSED', says: 'two statuses at the same time' },
    { run: 'lifecycle path job --code 671 | lifecycle simulate', says: 'to a refusal, and run' },
    { run: 'lifecycle path job SCAN:STOPPED --after scenario.txt', says: 'from the end of a scenario' },
  ],
  async run({ options, args }, terminal) {
    const { out } = terminal;
    const chosen = await systemNamed(options.system);
    const [first = ':'] = args;
    const isCode = chosen.codes.some(({ code }) => String(code) === first);
    const [kindOfFirst = ''] = first.split(':');
    if (kindOfFirst !== first && Object.hasOwn(chosen.entities, kindOfFirst)) {
      throw new Complaint(`a path is one for any ${kindOfFirst}, not for ${first}`, `name ${kindOfFirst} alone`);
    }
    const named = /[:=]/.test(first) || isCode ? undefined : (await entityOf(chosen, first)).kind;
    const words = args.slice(named === undefined ? 0 : 1);
    const code = options.code === undefined ? undefined : await codeIn(chosen, options.code);
    if (words.length > 0 === (code !== undefined)) {
      throw new Complaint(
        words.length > 0 ? 'statuses and --code exclude each other' : 'missing PHASE:STATUS or --code',
      );
    }
    const from = options.after === undefined ? undefined : await worldAfterFile(chosen, options.after);
    const source = await sourceOf(chosen, terminal);
    const kinds =
      named !== undefined ? [named] : code === undefined ? kindsWith(chosen, words) : kindsGiving(source, code);
    let found: Path | NoPath | undefined;
    let kind = '';
    for (kind of kinds) {
      const goal =
        code === undefined ? { known: knownFromWords(chosen, await entityOf(chosen, kind), words) } : { code };
      found = pathTo(source, kind, goal, from);
      if ('lines' in found) break;
    }
    const lines = found && 'lines' in found ? found.lines : undefined;
    if (options.json) {
      const situations = found?.situations === undefined ? null : countOf(found.situations);
      out.json({ system: chosen.name, entity: kind, scenario: lines ?? null, situations });
    } else if (lines && lines.length > 0) out.write(`${lines.join('\n')}\n`);
    await out.flush();
    if (found && 'lines' in found && found.of !== undefined)
      terminal.complain(`lifecycle path: ${found.of} is so at the end`);
    if (lines) return 0;
    terminal.complain(`lifecycle path: ${inVain(kind, found as NoPath)}`);
    return 1;
  },
});

function inVain(kind: string, { situations, exists, notCovered }: NoPath): string {
  const searched = `${amount(String(situations))} situations of the ${kind} were searched`;
  return exists
    ? `some situation is so, but no scenario was confirmed that leads there; ${searched}`
    : `nothing is so: all ${searched}. ${notCovered.join(' ')}`;
}

/** The code as the catalogue has it. */
async function codeIn(system: System, asked: string): Promise<string> {
  const { codes } = system;
  const isAsked = ({ code, name }: CodeRow): boolean =>
    String(code) === asked || name.toLowerCase() === asked.toLowerCase();
  const row = codes.find(isAsked);
  if (row) return String(row.code);
  const others = await systemsWith((other) => other.codes.some(isAsked));
  if (others.length > 0) throw lacks(system, asked, others);
  throw unknown(
    'code',
    asked,
    codes.map(({ name }) => name),
    'run lifecycle codes',
  );
}

/** The kinds of entity that give the code. The one in the shipped scenario comes first. */
function kindsGiving({ system, shipped }: Source, code: string): string[] {
  const rows = (shipped?.codes ?? []).filter(([each]) => String(each) === code);
  const shown = rows.map(([, , lines]) => lines.at(-1)?.split(/[\s:]/)[0] ?? '');
  const kinds = Object.values(system.entities).filter(({ rules }) =>
    Object.values(rules).some((list) => list.some((rule) => isRefusal(rule) && String(rule.code) === code)),
  );
  const found = [...shown.filter((kind) => Object.hasOwn(system.entities, kind)), ...kinds.map(({ kind }) => kind)];
  return found.length > 0 ? found : Object.keys(system.entities);
}

/** The kinds of entity that have all of these phases. */
function kindsWith({ entities }: System, words: readonly string[]): string[] {
  const phases = words.flatMap((word) => (word.includes(':') ? [word.slice(0, word.indexOf(':')).toLowerCase()] : []));
  const has = ({ phases: own }: Lifecycle): boolean =>
    phases.every((phase) => Object.keys(own).some((each) => each.toLowerCase() === phase));
  const kinds = Object.keys(entities).filter((kind) => has(entities[kind] as Lifecycle));
  if (kinds.length > 0) return kinds;
  throw new Complaint('no entity has all of these phases');
}

import type { Choices } from '../../diagram/choices.ts';
import { drawn, type Subject, sceneOf } from '../../diagram/draw.ts';
import { beyondGithub } from '../../diagram/export/mermaid.ts';
import { paint } from '../../diagram/svg.ts';
import type { System } from '../../model/index.ts';
import { Complaint } from '../../scenario/complaint.ts';
import { command } from '../command.ts';
import { saving } from '../io/save.ts';
import { isTerminal } from '../io/standard.ts';
import { output, system } from '../options.ts';
import { systemNamed } from '../systems.ts';
import { choicesOf } from './diagram/choices.ts';
import { endings, type Format, formatOf } from './diagram/format.ts';
import { sourcesOf } from './diagram/sources.ts';
import { diagramViewOf, subjectOf } from './diagram/subject.ts';

export default command({
  arguments: [{ name: 'ENTITY', says: 'a kind of entity, or one of its phases: job, job.SCAN', optional: true }],
  options: {
    system: system(),
    format: { value: 'NAME', says: `${Object.keys(endings).join(', ')} (default: by FILE, or svg)` },
    view: { value: 'NAME', says: 'states (the default), lifecycle, refusals, gating, system, trace or timeline' },
    command: { value: 'NAME', says: 'the command whose gates are drawn: --view refusals' },
    trace: { value: 'SCENARIO', says: 'a scenario file, or -: draw its path through ENTITY' },
    entity: { value: 'KIND:ID', says: 'the entity whose path --trace draws (default: the first in the scenario)' },
    only: { value: 'NAME', says: 'only this phase of ENTITY, or only the transitions of this command' },
    hide: { value: 'WHAT', says: 'leave out refusals, signals or guards; separate several with commas' },
    direction: { value: 'WAY', says: 'down (the default) or right' },
    'max-width': { value: 'PIXELS', says: 'the largest width of the picture' },
    theme: { value: 'NAME', says: 'light, dark or auto (the default), which follows the page' },
    'id-prefix': { value: 'TEXT', says: 'a prefix for every id, for several pictures in one page' },
    href: { value: 'TEMPLATE', says: 'the link of a state: page.html#{entity}-{phase}-{status}-{code}' },
    output,
  },
  notes: [
    'Each state has its code, and the codes of the commands that are refused because of it. Point at a state or an edge ' +
      'for the rest. Only what occurs in some situation is drawn. The same data always gives the same bytes.',
    'Views: lifecycle draws phases with the same statuses once; refusals draws the gates of a command, in order; gating the ' +
      'answer to every command in every status; system the links between entities; timeline a scenario over the clock.',
    `FILE ends in ${Object.values(endings).join(', ')}. html is one file that works offline, to zoom, click and filter, and with --trace to step through a scenario. The texts (all but svg, png and html) have only the view states.`,
  ],
  examples: [
    { run: 'lifecycle diagram job.SCAN -o scan.svg', says: 'the states of a phase' },
    {
      run: 'lifecycle diagram job --view refusals --command scan.start -o start.png',
      says: 'why a command is refused',
    },
    { run: 'lifecycle diagram job --trace scenario.txt -o way.svg', says: 'the path of a scenario' },
    {
      run: 'lifecycle diagram job --trace scenario.txt -o way.html',
      says: 'the same, to step through in a browser',
    },
    { run: 'lifecycle diagram --view timeline --trace scenario.txt -o time.svg', says: 'all entities over the clock' },
    { run: 'lifecycle diagram --system dovecot --view system -o dovecot.svg', says: 'the links between entities' },
    { run: 'lifecycle diagram account --system dovecot --format mermaid', says: 'text for another tool' },
  ],
  async run({ options, args: [entity] }, terminal) {
    const { out } = terminal;
    const file = options.output === '-' ? undefined : options.output;
    const format = formatOf(options.format, file);
    if (format === 'png' && file === undefined && isTerminal(1)) {
      throw new Complaint('a png is not for a terminal', 'say where to write it, as in -o picture.png');
    }
    if (options.href !== undefined && format !== 'svg')
      throw new Complaint(`--href is for svg, not for ${format}`, 'leave one of them out');
    const chosen = await systemNamed(options.system);
    const choices = choicesOf(options);
    const save = file === undefined ? undefined : saving(file);
    checkView(format, diagramViewOf(options));
    const content = await written(chosen, await subjectOf(chosen, entity, options), format, choices);
    if (save) save(content);
    else if (typeof content === 'string') out.write(content);
    else await out.bytes(content);
    await out.flush();
    const beyond = format === 'mermaid' ? beyondGithub(String(content)) : undefined;
    if (beyond !== undefined)
      terminal.complain(`lifecycle diagram: ${beyond} and GitHub does not draw it; name a phase, as in job.SCAN`);
    return 0;
  },
});

/** Throws a Complaint if the format does not have the view. */
function checkView(format: Format, view: string): void {
  if (format === 'svg' || format === 'png' || view === 'states' || (format === 'html' && view === 'trace')) return;
  const views = format === 'html' ? 'the states and of a trace' : 'the states alone';
  throw new Complaint(`--format ${format} is of ${views}, not of --view ${view}`, 'say svg or png');
}

/** The diagram in its format. */
async function written(
  system: System,
  subject: Subject,
  format: Format,
  choices: Choices,
): Promise<string | Uint8Array> {
  const sources = sourcesOf(system);
  try {
    if (format !== 'png') return await drawn(system, subject, format, sources, choices);
    const scene = await sceneOf(system, subject, sources, choices);
    const { rasterOf } = await import('../io/raster.ts');
    return rasterOf(paint(scene, choices), scene);
  } catch (error) {
    // A choice may name what the entity does not have.
    if (error instanceof RangeError) throw new Complaint(error.message);
    throw error;
  }
}

import { codeAndName } from '../../../model/index.ts';
import type { CommandAnswer, Session } from '../../../session/session.ts';
import type { PrintStyle } from '../../io/terminal.ts';
import { table, wrap } from '../../text/layout.ts';

/** The accepted commands of every entity; for a named one, every command with its answer. */
export function possible(session: Session, entity: string | undefined, style: PrintStyle): string[] {
  if (entity !== undefined) return ofOne(session, entity, style);
  const { entities } = session.system;
  const known = session.views().map(({ entity: key }) => key);
  const untouched = Object.keys(entities).filter((kind) => !known.some((key) => key.startsWith(`${kind}:`)));
  const rows = [...known, ...untouched.map((kind) => `${kind}:${entities[kind]?.singleton ?? '1'}`)];
  return [
    ...rows.flatMap((key) =>
      table([[key, allowed(session, key).join(', ') || 'no command']], { indent: 2, width: style.width }),
    ),
    'A report can always be given; ? ENTITY says why a command is refused.',
  ];
}

const allowed = (session: Session, entity: string): string[] =>
  Object.entries(session.ask(entity)).flatMap(([command, answer]) => (answer.allowed ? [command] : []));

function ofOne(session: Session, entity: string, { paint, width }: PrintStyle): string[] {
  const answers = Object.entries(session.ask(entity));
  const room = Math.max(0, ...answers.map(([command]) => command.length));
  return answers.flatMap(([command, answer]) => {
    const [first = '', ...more] = wrap(said(answer), width - room - 4);
    const margin = ' '.repeat(room + 4);
    const style = answer.allowed ? 'good' : 'bad';
    return [`  ${command.padEnd(room)}  ${paint(style, first)}`, ...more.map((line) => margin + paint(style, line))];
  });
}

function said({ allowed: may, code, name, reason, mark }: CommandAnswer): string {
  const why = reason === undefined ? '' : `: ${reason} (${mark})`;
  return may ? 'accepted' : `${code === undefined ? 'rejected' : codeAndName({ code, name: name ?? '' })}${why}`;
}

import type { NoPath } from '../answers/path.ts';
import { ID, isPhase, type Lifecycle, type System, secondsOf, stateOf } from '../model/index.ts';
import { objectIn, textIn } from './body.ts';
import type { Hono } from './hono.ts';
import { hintFor, Problem } from './problem.ts';
import type { Served } from './served.ts';
import { type Statuses, wayTo } from './way-to.ts';

/** `/_lifecycle`: requests for tests, which a real control plane does not have. */
export function control(app: Hono, served: Served): void {
  const { system } = served;

  app.post('/_lifecycle/wait', async (c) => {
    const { for: asked, ...others } = await objectIn(c);
    refuse(others, 'expected "for"');
    const world = served.worldOf(c);
    if (asked === 'next timer') {
      const result = world.toNextTimer();
      if (!result) throw new Problem(409, 'no timer is running');
      return c.json(result);
    }
    const seconds = typeof asked === 'string' || typeof asked === 'number' ? secondsOf(String(asked)) : undefined;
    if (seconds === undefined) {
      throw new Problem(
        400,
        `"for" is ${JSON.stringify(asked) ?? 'missing'}; expected a duration as "5m", or "next timer"`,
      );
    }
    return c.json(world.take({ wait: seconds }));
  });

  app.post('/_lifecycle/scenario', async (c) => c.json(served.worldOf(c).play(await textIn(c.req))));

  app.get('/_lifecycle/scenario', (c) => c.text(served.worldOf(c).toScenario()));

  app.post('/_lifecycle/to', async (c) => {
    const { entity, phases, ...others } = await objectIn(c);
    refuse(others, TO);
    const [, kind = '', id] = typeof entity === 'string' ? (/^([^:]*)(?::(.+))?$/s.exec(entity) ?? []) : [];
    const lifecycle = Object.hasOwn(system.entities, kind) ? system.entities[kind] : undefined;
    if (!lifecycle || (id !== undefined && !ID.test(id))) {
      throw new Problem(400, `"entity" is ${JSON.stringify(entity) ?? 'missing'}; ${kindsOf(system)}`);
    }
    const address = { kind, id: id ?? lifecycle.singleton ?? '1' };
    const wanted = statusesOf(lifecycle, phases);
    const found = await wayTo(system, address, wanted, served.find);
    if (!('lines' in found)) throw new Problem(409, inVain(kind, wanted, found));
    const world = served.worldOf(c);
    world.begin(found.lines.join('\n'));
    return c.json({ scenario: found.lines, view: world.seen(`${address.kind}:${address.id}`) });
  });

  app.post('/_lifecycle/reset', async (c) => {
    served.worldOf(c).begin();
    return c.body(null, 204);
  });

  app.delete('/_lifecycle', (c) => {
    served.end(c);
    return c.body(null, 204);
  });
}

function inVain(kind: string, wanted: Statuses, { situations, exists }: NoPath): string {
  const aim = `${kind} to ${JSON.stringify(wanted)}`;
  return exists
    ? `some situation is so, but no scenario was confirmed that leads ${aim}`
    : `nothing leads ${aim}: none of its ${situations.toLocaleString('en')} situations is so`;
}

/** Throws a Problem for an unexpected member. */
function refuse(others: object, expected: string): void {
  const [member] = Object.keys(others);
  if (member !== undefined) throw new Problem(400, `unknown member ${JSON.stringify(member)}; ${expected}`);
}

const TO = 'expected {"entity":"job:1","phases":{"SCAN":"PAUSED"}}';

const kindsOf = ({ entities }: System): string => `it is one of ${Object.keys(entities).join(', ')}, as "KIND:ID"`;

/** The wanted statuses, after a check that each exists. */
function statusesOf({ kind, chart }: Lifecycle, given: unknown): Statuses {
  if (typeof given !== 'object' || given === null || Array.isArray(given) || Object.keys(given).length === 0) {
    throw new Problem(400, `"phases" names no status; ${TO}`);
  }
  const phases = Object.keys(chart.states).filter(isPhase);
  for (const [phase, status] of Object.entries(given)) {
    if (!phases.includes(phase)) throw strange('phase', phase, phases, kind);
    const states = Object.keys(chart.states[phase]?.states ?? {});
    const isStatus = status === null || (typeof status === 'string' && status !== 'null');
    if (!isStatus || !states.includes(stateOf(status))) throw strange('status', String(status), states, phase);
  }
  return given as Statuses;
}

function strange(what: string, word: string, known: readonly string[], of: string): Problem {
  return new Problem(400, `${of} has no ${what} ${JSON.stringify(word)}; ${hintFor(word, known)}`);
}

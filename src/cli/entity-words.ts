import { factsOf, statusesOf, statusesWith } from '../answers/known.ts';
import { type EntityOutline, entityAddressOf, ID, listed, type Outline, stateOf, type Value } from '../model/index.ts';
import type { PartialView } from '../reach/index.ts';
import { Complaint, unknown } from '../scenario/complaint.ts';
import { show } from '../scenario/wording.ts';
import { systemsWith } from './systems.ts';

/** The entity that an argument names. */
export async function entityOf(
  system: Outline,
  word: string,
): Promise<{ kind: string; id: string; lifecycle: EntityOutline }> {
  const { kind, id } = entityAddressOf(system, word);
  const lifecycle = Object.hasOwn(system.entities, kind) ? system.entities[kind] : undefined;
  if (!lifecycle) {
    await checkKind(system, kind);
    const kinds = Object.keys(system.entities);
    throw unknown('entity', kind, kinds, `it is one of ${kinds.join(', ')}`);
  }
  const said = word.includes(':') ? word.slice(kind.length + 1) : id;
  if (!ID.test(said)) throw new Complaint(`malformed id ${show(said)}`, 'use letters, digits, _, - and .');
  const { singleton } = lifecycle;
  if (singleton !== undefined && id !== singleton) {
    throw new Complaint(`there is only one ${kind}, with the id ${singleton}`, `name ${kind} alone`);
  }
  return { kind, id, lifecycle };
}

/** Throws a Complaint if the system has no such kind of entity, and others have one. */
export async function checkKind(system: Pick<Outline, 'name' | 'entities'>, kind: string): Promise<void> {
  if (Object.hasOwn(system.entities, kind)) return;
  const others = await systemsWith(({ entities }) => Object.hasOwn(entities, kind));
  if (others.length > 0) throw lacks(system, kind, others);
}

/** A system lacks what others have. By default, the next step is to name one of these. */
export function lacks(
  { name }: Pick<Outline, 'name'>,
  what: string,
  others: readonly string[],
  next?: string,
): Complaint {
  const named = others.map((each) => `--system ${each}`);
  return new Complaint(
    `${name} has no ${what}, ${listed(others, 'and')} ${others.length > 1 ? 'have' : 'has'}`,
    next ?? `say ${listed(named, 'or')}`,
  );
}

/** What arguments say about an entity: `SCAN:PAUSED`, the code of a status, `agent=INACTIVE`. */
export function knownFromWords(
  system: Outline,
  { kind, lifecycle }: { kind: string; lifecycle: EntityOutline },
  words: readonly string[],
): PartialView {
  const known: Record<string, Value> = {};
  for (const word of words) {
    const [name, value] = /[:=]/.test(word) ? namedIn(lifecycle, word) : byCode(system, kind, word);
    if (Object.hasOwn(known, name) && known[name] !== value) {
      throw new Complaint(`${name} cannot be two things at the same time`, 'name each phase and each fact once');
    }
    known[name] = value;
  }
  return known;
}

function namedIn(lifecycle: EntityOutline, word: string): [name: string, value: Value] {
  const at = word.search(/[:=]/);
  const name = word.slice(0, at).trim();
  const said = word.slice(at + 1).trim();
  if (name === '' || said === '') throw new Complaint(`${show(word)} is neither PHASE:STATUS nor FACT=VALUE`);
  return word[at] === ':' ? phaseIn(lifecycle, name, said) : factIn(lifecycle, name, said);
}

function phaseIn(lifecycle: EntityOutline, said: string, status: string): [phase: string, status: string | null] {
  const phases = Object.keys(lifecycle.phases);
  if (isAmong(factsOf(lifecycle), said) && !isAmong(phases, said)) {
    throw new Complaint(`${said} is a fact, not a phase`, `say ${said}=${status}`);
  }
  const phase = named('phase', said, phases, 'it');
  return [phase, named('status', status, statusesOf(lifecycle, phase), phase)];
}

function factIn(lifecycle: EntityOutline, said: string, value: string): [fact: string, value: Value] {
  const facts = factsOf(lifecycle);
  if (isAmong(Object.keys(lifecycle.phases), said) && !isAmong(facts, said)) {
    throw new Complaint(`${said} is a phase, not a fact`, `say ${said}:${value}`);
  }
  if (facts.length === 0) throw unknown('fact', said, facts, 'the entity has none');
  const name = named('fact', said, facts, 'it');
  return [name, named('value', value, lifecycle.facts[name]?.values ?? [], name)];
}

/** The known item of that name, in any case. `whose` begins the list of the known ones in a message. */
function named<Item extends Value>(what: string, word: string, known: readonly Item[], whose: string): Item {
  const found = known.find((each) => isWord(String(each), word));
  if (found !== undefined) return found;
  const words = known.map(String);
  throw unknown(what, word, words, `${whose} is one of ${words.join(', ')}`);
}

function byCode(system: Outline, kind: string, code: string): [name: string, value: Value] {
  const row = system.codes.find((each) => isWord(String(each.code), code) || isWord(each.name, code));
  const found = statusesWith(system, kind, row ? String(row.code) : code);
  const [first] = found;
  if (first && found.length === 1) return [first.name, first.value];
  if (first) {
    const names = found.map(({ name, value }) => `${name}:${stateOf(value as string | null)}`);
    throw new Complaint(`${show(code)} is the code of several statuses`, `name one of ${names.join(', ')}`);
  }
  const why = row ? `is the code of no status of a ${kind}` : 'is neither PHASE:STATUS, nor a code, nor FACT=VALUE';
  throw new Complaint(`${show(code)} ${why}`, `run lifecycle describe ${kind} for its statuses and facts`);
}

const isAmong = (known: readonly string[], word: string): boolean => known.some((each) => isWord(each, word));

const isWord = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

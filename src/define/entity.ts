import { fold } from '../condition/walk.ts';
import {
  type Condition,
  type EventSpec,
  type Fact,
  type Form,
  fits,
  ID,
  isPass,
  isPhase,
  isRefusal,
  type Lifecycle,
  placeInView,
  type Rule,
  type System,
} from '../model/index.ts';
import { checkChart } from './chart.ts';
import { checkCondition } from './conditions.ts';
import { checkCode, checkKnown, none, type PartPath, type Tell } from './finding.ts';

/** A gate table uses a bit mask over the values of a fact. */
const MOST_VALUES = 32;

/** Words that begin other scenario lines, so no kind can have these names. */
const TAKEN = ['wait', 'given'];

/** Checks one kind of entity: everything its parts name must exist. */
export function checkEntity(system: System, key: string, lifecycle: Lifecycle, report: Tell): void {
  const path = ['entities', key];
  const { kind, singleton, is, commands } = lifecycle;
  if (kind !== key) report([...path, 'kind'], `is ${kind}; it must be ${key}, the entity's key`);
  if (!/^[A-Za-z][\w-]*$/.test(key) || TAKEN.includes(key)) {
    report(path, `cannot be named ${key}; a kind is a word of letters, digits, _ and -, but not ${TAKEN.join(' or ')}`);
  }
  if (singleton !== undefined && !ID.test(singleton)) {
    report([...path, 'singleton'], `${singleton} is not an id; ids consist of letters, digits, _, - and .`);
  }
  checkChart(system, lifecycle, path, report);
  checkEvents(lifecycle, path, report);
  for (const [name, fact] of Object.entries(lifecycle.facts))
    checkFact(name, fact, lifecycle, [...path, 'facts', name], report);
  for (const [command, rules] of Object.entries(lifecycle.rules)) {
    const here = [...path, 'rules', command];
    checkKnown(report, here, 'command', command, commands);
    const spec = Object.hasOwn(commands, command) ? commands[command] : undefined;
    for (const [index, rule] of spec ? rules.entries() : []) {
      checkRule(system, lifecycle, spec as EventSpec, rule, [...here, index], report);
    }
  }
  const regions = { names: Object.keys(lifecycle.chart.states), says: 'region' };
  for (const [name, condition] of Object.entries(is)) {
    checkCondition(condition, { lifecycle, only: regions }, [...path, 'is', name], report);
  }
  checkViews(lifecycle, path, report);
  checkWords(system, lifecycle, path, report);
  checkSpace(system, lifecycle, path, report);
}

function checkEvents(lifecycle: Lifecycle, path: PartPath, report: Tell): void {
  const groups = { commands: lifecycle.commands, reports: lifecycle.reports, internal: lifecycle.internal ?? {} };
  const seen = new Map<string, string>();
  for (const [group, events] of Object.entries(groups)) {
    for (const event of Object.keys(events)) {
      const other = seen.get(event);
      if (other) report([...path, group, event], `is in ${other} too; an event can only be one of the two`);
      else seen.set(event, group);
      if (group !== 'internal' && /[\s"#]/.test(event))
        report([...path, group, event], 'is not a word; a scenario could not name it');
    }
  }
  for (const group of ['commands', 'reports'] as const) {
    for (const [event, spec] of Object.entries(groups[group])) checkSpec(spec, [...path, group, event], report);
  }
}

function checkSpec({ params = {}, plain, atLeastOne, anyParams }: EventSpec, path: PartPath, report: Tell): void {
  for (const [key, { is, default: usual }] of Object.entries(params)) {
    checkForm(is, [...path, 'params', key, 'is'], report);
    if (usual !== undefined && !fits(is, usual)) {
      report([...path, 'params', key, 'default'], `${usual} does not fit ${key}`);
    }
  }
  if (atLeastOne && Object.keys(params).length === 0) report([...path, 'atLeastOne'], 'needs params to choose from');
  if (plain === undefined) return;
  for (const [key, value] of Object.entries(plain)) {
    const spec = Object.hasOwn(params, key) ? params[key] : undefined;
    if (!spec && !anyParams) report([...path, 'plain', key], none('parameter', key, Object.keys(params)));
    else if (spec && !fits(spec.is, value)) report([...path, 'plain', key], `${value} does not fit ${key}`);
  }
  for (const [key, { required }] of Object.entries(params)) {
    if (required && !Object.hasOwn(plain, key)) report([...path, 'plain'], `leaves out ${key}, which is required`);
  }
}

function checkForm(is: Form, path: PartPath, report: Tell): void {
  if ('one' in is && is.one.length === 0) report([...path, 'one'], 'is empty; it needs a word');
  if ('whole' in is && (is.whole.min ?? 0) > (is.whole.max ?? Number.MAX_VALUE)) {
    report([...path, 'whole'], `no number is at least ${is.whole.min} and at most ${is.whole.max}`);
  }
  if ('matching' in is) {
    try {
      new RegExp(is.matching, 'u');
    } catch (error) {
      report([...path, 'matching'], `is not a regular expression: ${(error as Error).message}`);
    }
  }
}

function checkFact(name: string, fact: Fact, lifecycle: Lifecycle, path: PartPath, report: Tell): void {
  const { values, usual, says } = fact;
  const known = values.map(String);
  if (/^\$|[.:\s]/.test(name) || ['any', 'all', 'none'].includes(name)) {
    report(path, 'is not a valid name; a fact is a word without dots, not a $parameter, and not any, all or none');
  }
  if (isPhase(name) && Object.hasOwn(lifecycle.chart.states, name))
    report(path, `is also the name of a phase; rename one of the two`);
  if (placeInView(fact) === 'beside' && ['entity', 'phases', 'facts'].includes(name)) {
    report(path, `cannot be beside the facts of a view, which already has ${name}`);
  }
  if (values.length > MOST_VALUES)
    report([...path, 'values'], `has more than ${MOST_VALUES} values; split it into two facts`);
  if (new Set(known).size < known.length) report([...path, 'values'], 'has a value twice');
  if (!values.includes(usual)) report([...path, 'usual'], none('value', String(usual), known));
  if (fact.paramsOnly && !fact.usesParams) report([...path, 'paramsOnly'], 'needs usesParams: true as well');
  checkPhrases(says, known, [...path, 'says'], report);
  if (typeof lifecycle.words[name] === 'object') return;
  for (const value of saidOf(name, lifecycle)) {
    if (known.includes(value) && !Object.hasOwn(says, value)) report([...path, 'says'], `has no words for ${value}`);
  }
}

/** The values of a fact that rules compare it with. Each needs words for the rule's sentence. */
function saidOf(fact: string, { rules }: Lifecycle): Set<string> {
  const join = (parts: readonly string[][], called?: string): string[] => (called === undefined ? parts.flat() : []);
  const named = (condition: Condition): string[] =>
    fold<string[]>(condition, {
      name: ({ name, values, negated }) => (name === fact && !negated ? values.map(String) : []),
      all: join,
      any: join,
      none: join,
    });
  return new Set(Object.values(rules).flatMap((list) => list.flatMap(({ when }) => named(when))));
}

/** Phrases are keyed by a value, or by `not A or B`. */
function checkPhrases(
  phrases: { readonly [value: string]: string },
  known: readonly string[],
  path: PartPath,
  report: Tell,
) {
  for (const phrase of Object.keys(phrases)) {
    if (known.includes(phrase)) continue;
    const values = /^not (.+)$/.exec(phrase)?.[1]?.split(' or ') ?? [phrase];
    const unknown = values.find((value) => !known.includes(value));
    if (unknown !== undefined) report([...path, phrase], none('value', unknown, known));
  }
}

function checkRule(
  system: System,
  lifecycle: Lifecycle,
  { params = {}, anyParams }: EventSpec,
  rule: Rule,
  path: PartPath,
  report: Tell,
): void {
  const effect = 'effect' in rule ? rule.effect : undefined;
  checkCondition(rule.when, { lifecycle, params: anyParams ? undefined : params }, [...path, 'when'], report);
  if (!isRefusal(rule) && !isPass(rule) && effect === undefined) {
    report(path, 'does nothing; a rule needs a code, accepts, or an effect');
  }
  if (isRefusal(rule) && isPass(rule)) report(path, 'has a code and accepts; a rule can only have one of the two');
  if (isRefusal(rule)) checkCode(report, [...path, 'code'], rule.code, system);
  if (effect !== undefined) checkKnown(report, [...path, 'effect'], 'effect', effect, system.effects);
  checkKnown(report, [...path, 'mark'], 'mark', rule.mark, system.marks);
}

/** Projections and unreachable situations may name only what a view shows. */
function checkViews(lifecycle: Lifecycle, path: PartPath, report: Tell): void {
  const { chart, facts, projections = [], unreachable = [] } = lifecycle;
  const shown = Object.entries(facts).flatMap(([name, fact]) => (placeInView(fact) ? [name] : []));
  const only = { names: [...Object.keys(chart.states).filter(isPhase), ...shown], says: 'phase or fact of the view' };
  projections.forEach(({ ask, as }, index) => {
    const here = [...path, 'projections', index];
    checkCondition(ask, { lifecycle }, [...here, 'ask'], report);
    checkCondition(as, { lifecycle, only }, [...here, 'as'], report);
  });
  unreachable.forEach((condition, index) => {
    checkCondition(condition, { lifecycle, only }, [...path, 'unreachable', index], report);
  });
}

/** A parameter may come from another entity, with an event that an effect passes on. */
function checkWords({ entities }: System, { chart, facts, words }: Lifecycle, path: PartPath, report: Tell): void {
  const all = Object.values(entities);
  const events = all.flatMap(({ commands, reports }) => [...Object.values(commands), ...Object.values(reports)]);
  const params = events.flatMap(({ params: each = {} }) => Object.keys(each));
  const isOpen = events.some(({ anyParams }) => anyParams);
  for (const [name, word] of Object.entries(words)) {
    const here = [...path, 'words', name];
    if (name.startsWith('$')) {
      if (!isOpen) checkKnown(report, here, 'parameter', name.slice(1), params);
      continue;
    }
    const states = Object.hasOwn(chart.states, name) ? Object.keys(chart.states[name]?.states ?? {}) : undefined;
    const values = states ?? (Object.hasOwn(facts, name) ? facts[name]?.values.map(String) : undefined);
    if (!values) report(here, none('region or fact', name, [...Object.keys(chart.states), ...Object.keys(facts)]));
    else if (typeof word === 'object') checkPhrases(word, values, here, report);
  }
}

function checkSpace({ entities }: System, { kind, chart, space = {} }: Lifecycle, path: PartPath, report: Tell): void {
  for (const [other, events] of Object.entries(space.with ?? {})) {
    const here = [...path, 'space', 'with', other];
    const lifecycle = Object.hasOwn(entities, other) && other !== kind ? entities[other] : undefined;
    if (!lifecycle) {
      const others = Object.keys(entities).filter((each) => each !== kind);
      report(here, none('other entity', other, others));
      continue;
    }
    const known = { ...lifecycle.commands, ...lifecycle.reports };
    for (const [index, event] of events.entries()) checkKnown(report, [...here, index], 'event', event, known);
  }
  for (const [index, region] of (space.fixed ?? []).entries())
    checkKnown(report, [...path, 'space', 'fixed', index], 'region', region, chart.states);
}

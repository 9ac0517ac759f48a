import { asText } from '../condition/truth.ts';
import { type NameTest, patternFrom, rewrite, testsOf } from '../condition/walk.ts';
import {
  type Condition,
  type Fact,
  isPhase,
  type Lifecycle,
  type Params,
  type Projection,
  placeInView,
  type Question,
  type Rule,
  statusOf,
  type Value,
} from '../model/index.ts';
import { ASKED_FOR_MORE, nothing } from './nothing.ts';

/** A condition over the view alone, or its constant value. */
export type Seen = Condition | boolean;

/** A rule as far as the view shows it. */
export interface SeenRule {
  readonly rule: Rule;
  readonly when: Seen;
  /** The view shows that this rule or a similar one holds, but not which. */
  readonly vague: boolean;
}

/**
 * Rewrites the rules of a lifecycle so that they read only the view. Parameters, and facts about them, are those of the
 * command's plainest form; what the view shows under another name is read there (`projections`); what it does not show
 * has its usual value, and is listed as held.
 */
export class ViewReader {
  /** Names that no view shows; each is assumed to have its usual value. */
  readonly held = new Set<string>();
  private readonly lifecycle: Lifecycle;
  private params: Params = {};
  private event = '';
  private vague = false;

  constructor(lifecycle: Lifecycle) {
    this.lifecycle = lifecycle;
  }

  rulesOf(command: string): SeenRule[] {
    this.event = command;
    this.params = this.lifecycle.commands[command]?.plain ?? {};
    return (this.lifecycle.rules[command] ?? []).map((rule) => {
      this.vague = false;
      const when = rewrite(rule.when, (tests) => this.readPattern(tests));
      return { rule, when, vague: this.vague };
    });
  }

  private readPattern(asked: readonly NameTest[]): Seen {
    const rest = [...asked];
    const parts: Condition[] = [];
    for (const { ask, as, vague } of this.lifecycle.projections ?? []) {
      const found = matching(ask, rest);
      if (!found) continue;
      for (const each of found.asked) rest.splice(rest.indexOf(each), 1);
      parts.push(found.negated ? { none: [as] } : as);
      this.vague ||= vague === true;
    }
    const shown = rest.filter(({ name }) => this.shows(name));
    // What the form of the command decides comes first, so that names that no longer matter are not held.
    const hidden = rest.filter((each) => !shown.includes(each)).sort((a, b) => rank(a) - rank(b));
    if (hidden.some(({ name, values, negated }) => this.constant(name, values) === negated)) return false;
    if (shown.length > 0) parts.unshift(patternFrom(shown));
    if (parts.length === 0) return true;
    return parts.length === 1 ? (parts[0] as Condition) : { all: parts };
  }

  /** The view shows phases and facts; if a region in lower case has the name of a fact, the fact is meant. */
  private shows(name: string): boolean {
    const { chart, facts } = this.lifecycle;
    if (isPhase(name) && Object.hasOwn(chart.states, name)) return true;
    return Object.hasOwn(facts, name) && placeInView(facts[name] as Fact) !== undefined;
  }

  /** Whether the usual value of a name that the view does not show is one of the values. */
  private constant(name: string, values: readonly Value[]): boolean {
    const { chart, facts } = this.lifecycle;
    if (name.startsWith('$')) {
      const given = this.params[name.slice(1)] ?? null;
      return values.map(asText).includes(given);
    }
    const region = chart.states[name];
    if (region) {
      this.held.add(name);
      return values.includes(statusOf(region.initial));
    }
    const fact = facts[name] as Fact;
    const value = this.ofForm(fact);
    if (value !== undefined) return values.includes(value);
    this.held.add(name);
    return values.includes(fact.usual);
  }

  /** The value of a fact that the form of the command alone decides; undefined if it reads more. */
  private ofForm({ of }: Fact): Value | undefined {
    const question: Question = { world: nothing(), self: nothing(), event: this.event, params: this.params };
    try {
      return of(question);
    } catch (error) {
      if (error === ASKED_FOR_MORE) return undefined;
      throw error;
    }
  }
}

/** The parts of a pattern that read what is shown, unchanged; a single one may be negated. */
function matching(
  ask: Projection['ask'],
  all: readonly NameTest[],
): { asked: NameTest[]; negated: boolean } | undefined {
  const told = testsOf(ask);
  const alike = told.map(({ name, values }) =>
    all.find((each) => {
      return (
        each.name === name && each.values.length === values.length && values.every((it) => each.values.includes(it))
      );
    }),
  );
  const asked = alike.filter((each) => each !== undefined);
  if (asked.length < told.length) return undefined;
  const negated = asked.some((each, index) => each.negated !== told[index]?.negated);
  return negated && asked.length > 1 ? undefined : { asked, negated };
}

const rank = ({ name }: NameTest): number => (name.startsWith('$') ? 0 : 1);

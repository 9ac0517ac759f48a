import { stateOf, type Value, valueIn } from '../model/index.ts';
import { type Aim, cubeOf } from '../search/aims.ts';
import { interleavings } from '../search/interleavings.ts';
import type { ScenarioRun, ScenarioRunner } from '../search/run-scenario.ts';
import { witnessesOf } from '../search/witness.ts';
import type { Layout } from '../space/layout.ts';
import type { Quotient } from '../space/quotient.ts';
import { OPENING, type Space, spaceOf } from '../space/space.ts';
import type { Asker } from './asking.ts';
import type { Finding, MismatchClassifier, MismatchPlace } from './findings.ts';
import type { Facts } from './implied.ts';
import { codeOf } from './model.ts';
import type { Situations } from './situations.ts';

/** A scenario that was run and shows a mismatch. */
export interface ConfirmedRun {
  readonly lines: readonly string[];
  readonly scene: ScenarioRun;
  /** How many facts are otherwise there. */
  readonly otherwise: number;
  readonly facts: Facts;
  readonly read: readonly string[];
}

/** How often other situations are looked for where those that were tried cannot be shown. */
const ROUNDS = 4;
/** Situations of a finding that are tried in a round besides the nearest. */
const TRIED = 6;

/** In a space with more situations than this, one such round has to be enough. */
const LARGE = 1_000_000;

/** A choice of places that have the same facts otherwise. */
interface Choice {
  readonly finding: Finding;
  readonly facts: Facts;
  readonly places: readonly MismatchPlace[];
}

/** Where a scenario is looked for, and which of its nodes one of the space of the situations is. */
interface Field {
  readonly space: Space;
  readonly nodeOf: (node: number) => number | undefined;
}

/**
 * Looks for a scenario to each finding that, when it is run, shows it: the shortest to any of its situations, with as few
 * facts otherwise as possible. Facts can exclude one another and be tied to statuses in ways that the space does not know:
 * what cannot be shown is not claimed.
 */
export class Confirmer {
  private readonly situations: Situations;
  private readonly stage: ScenarioRunner;
  private readonly asker: Asker;
  private readonly judge: MismatchClassifier;
  private readonly asUsual: Field;
  private readonly inNew: Field;

  constructor(situations: Situations, stage: ScenarioRunner, asker: Asker, judge: MismatchClassifier) {
    this.situations = situations;
    this.stage = stage;
    this.asker = asker;
    this.judge = judge;
    const { space } = situations;
    const { system, kind, read } = stage;
    const other = spaceOf(system, kind, read, { asNew: true });
    this.asUsual = { space, nodeOf: (node) => node };
    this.inNew = { space: other, nodeOf: nodesOf(space.layout.quotient, other.layout.quotient) };
  }

  async proofsOf(findings: readonly Finding[]): Promise<Map<Finding, ConfirmedRun>> {
    const proofs = new Map<Finding, ConfirmedRun>();
    const most = Math.max(0, ...findings.map(({ places }) => places.length));
    for (let otherwise = 0; otherwise < most; otherwise += 1) {
      const open = (): Choice[] =>
        findings.filter((each) => !proofs.has(each)).flatMap((each) => choicesOf(each, each.places[otherwise] ?? []));
      // In a new world a scenario can be run as it is, and its space is the smaller one.
      await this.try(open(), this.inNew, proofs);
      await this.try(open(), this.asUsual, proofs);
      const rounds = this.situations.count > LARGE ? 1 : ROUNDS;
      for (let round = 0; round < rounds; round += 1)
        await this.try(
          open().flatMap((each) => alone(each, round)),
          this.asUsual,
          proofs,
        );
    }
    return proofs;
  }

  /** Runs the shortest scenario to each choice, the shorter ones first. */
  private async try(
    choices: readonly Choice[],
    { space, nodeOf }: Field,
    proofs: Map<Finding, ConfirmedRun>,
  ): Promise<void> {
    if (choices.length === 0) return;
    const witnesses = witnessesOf(
      space,
      choices.map(({ places }) => this.aimOf(places, space.layout, nodeOf)),
    );
    const found = choices
      .flatMap((choice, index) => (witnesses[index] ? [{ choice, lines: witnesses[index].lines }] : []))
      .sort((a, b) => a.lines.length - b.lines.length);
    for (const { choice, lines } of found) {
      if (proofs.has(choice.finding)) continue;
      const proof = await this.prove(choice, lines);
      if (proof) proofs.set(choice.finding, proof);
    }
  }

  /** Whether a scene shows the finding: asked with the very view that a UI has there. */
  async shows({ command, kind, key, outcome, rule }: Finding, scene: ScenarioRun): Promise<boolean> {
    const said = scene.ruleOf(command);
    if (kind === 'faulty' && 'fault' in outcome && outcome.fault !== 'threw' && outcome.fault !== 'no-answer')
      return true;
    if (kind !== 'faulty' && codeOf(said) !== codeOf(rule)) return false;
    const answer = await this.asker.plainly(command, scene.view);
    return this.judge.kindOf(answer, said) === kind && this.judge.keyOf(command, answer, said) === key;
  }

  private async prove({ finding, facts, places }: Choice, lines: readonly string[]): Promise<ConfirmedRun | undefined> {
    const [{ read, standing }] = places as [MismatchPlace];
    for (const way of this.ways(lines, [...facts])) {
      const scene = this.stage.after(way);
      if (!(await this.shows(finding, scene))) continue;
      const shortest = way === lines && standing === undefined;
      const shown = shortest ? { lines: way, scene } : await this.shortened(finding, way, scene);
      return { ...shown, otherwise: facts.size, facts, read };
    }
    return undefined;
  }

  /** The lines as they are, or interleavings with others so that facts are so; with the opening taken apart where that is needed. */
  private *ways(lines: readonly string[], facts: readonly (readonly [string, Value])[]): Generator<readonly string[]> {
    const { system, read } = this.stage;
    const apart = lines.flatMap((line) => (line === OPENING ? system.ready : [line]));
    const forms = apart.length === lines.length ? [lines] : [lines, apart];
    if (facts.length === 0) {
      yield lines;
      const { held } = this.situations.layout.quotient;
      for (const name of held) {
        const [kind = '', fact = ''] = name.split(' ');
        for (const form of forms) yield* interleavings(form, system.entities[kind]?.facts[fact]?.changedBy ?? [], read);
      }
      return;
    }
    for (const form of forms) yield* this.with(form, facts);
  }

  private *with(lines: readonly string[], facts: readonly (readonly [string, Value])[]): Generator<readonly string[]> {
    const [first, ...rest] = facts;
    if (!first) return;
    const [name, value] = first;
    const { lifecycle, read } = this.stage;
    // Where the world is new, or lines of the other facts do it, the fact may be so already.
    for (const way of [lines, ...interleavings(lines, lifecycle.facts[name]?.changedBy ?? [], read)]) {
      if (valueIn(this.stage.after(way).view, name) !== value) continue;
      if (rest.length === 0) yield way;
      else yield* this.with(way, rest);
    }
  }

  /** Without lines that are not needed to show it. */
  private async shortened(
    finding: Finding,
    lines: readonly string[],
    scene: ScenarioRun,
  ): Promise<{ lines: readonly string[]; scene: ScenarioRun }> {
    const { ready } = this.stage.system;
    const opens = ready.every((line, at) => lines[at] === line);
    const folded = opens ? [OPENING, ...lines.slice(ready.length)] : lines;
    for (let at = folded.length - 1; at >= 0; at -= 1) {
      const fewer = folded.toSpliced(at, 1);
      const there = this.stage.after(fewer);
      if (await this.shows(finding, there)) return this.shortened(finding, fewer, there);
    }
    return { lines: folded, scene };
  }

  /** The situations that the places stand for, in a space that may be another. */
  private aimOf(places: readonly MismatchPlace[], layout: Layout, nodeOf: Field['nodeOf']): Aim {
    const { phases, model } = this.situations;
    return places.flatMap(({ pins, node, spot, standing }) => {
      const there = nodeOf(node);
      if (there === undefined) return [];
      if (standing) return cubeOf(layout, there, standing.entries()) ?? [];
      const wanted = new Map(model.statesOf(spot));
      for (const [name, value] of pins) {
        const place = phases.get(name);
        if (place === undefined) continue;
        wanted.set(place, layout.quotient.places[place]?.states.indexOf(stateOf(value as string | null)) ?? -1);
      }
      return cubeOf(layout, there, wanted) ?? [];
    });
  }
}

/** The nodes of one space in another: those of the same classes. None, where the classes of the two are not the same. */
function nodesOf(quotient: Quotient, other: Quotient): Field['nodeOf'] {
  const sameClasses =
    quotient.places.length === other.places.length &&
    quotient.places.every(({ classOf }, place) => classOf.join() === other.places[place]?.classOf.join());
  if (!sameClasses) return () => undefined;
  const numbers = new Map(other.nodes.map(({ classes }, node) => [classes.join(), node]));
  return (node) => numbers.get(quotient.nodes[node]?.classes.join() ?? '');
}

/** Places of a choice one by one: others in each round. */
function alone({ finding, facts, places }: Choice, round: number): Choice[] {
  const step = Math.max(1, Math.ceil(places.length / (ROUNDS * TRIED)));
  const some = places.filter((_, at) => at % step === 0).slice(round * TRIED, (round + 1) * TRIED);
  return places.length === 1 ? [] : some.map((place) => ({ finding, facts, places: [place] }));
}

/** By the facts that are otherwise: all places together, and some of them alone. */
function choicesOf(finding: Finding, places: readonly MismatchPlace[]): Choice[] {
  const byFacts = new Map<string, MismatchPlace[]>();
  for (const place of places) {
    const key = JSON.stringify([...place.facts]);
    const list = byFacts.get(key);
    if (list) list.push(place);
    else byFacts.set(key, [place]);
  }
  return [...byFacts.values()].map((some) => ({ finding, facts: (some[0] as MismatchPlace).facts, places: some }));
}

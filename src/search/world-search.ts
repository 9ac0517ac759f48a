import { Simulator } from '../engine/simulate.ts';
import { World } from '../engine/world.ts';
import { type Code, type CodeRow, groupedBy, kept, type StepResult, type System } from '../model/index.ts';
import type { Read } from '../space/lines.ts';
import { linesWith } from './alike-lines.ts';
import { Keys } from './keys.ts';
import { answerWithoutChange, type LineToTry, linesToTry } from './moves.ts';
import { shows } from './result-shows.ts';

/** The limits of a search. */
export interface Bounds {
  /** The most lines. */
  readonly lines: number;
  /** The most situations to expand. */
  readonly situations: number;
}

/**
 * Breadth-first search over whole worlds of the engine: all entities and their data, trying every line in every
 * situation. Equal situations are visited once. A situation is stored only as its predecessor and line, in a few bytes;
 * its world is replayed when it is expanded. The first scenario to show a row is a shortest one over these lines.
 */
export class WorldSweep {
  /** The first scenario that shows each row. */
  readonly found = new Map<CodeRow, readonly string[]>();
  /** Every scenario with up to so many lines was tried. */
  tried = 0;
  /** Situations expanded. */
  situations = 0;
  private readonly system: System;
  private readonly moves: readonly LineToTry[];
  private readonly rows: readonly CodeRow[];
  private readonly read: Read;
  private readonly byCode: ReadonlyMap<Code, readonly CodeRow[]>;
  private readonly keys = new Keys();
  private readonly seen = new Set<string>();
  /** For each situation, its predecessor and the line that leads to it. */
  private readonly befores: number[] = [-1];
  private readonly by: number[] = [-1];
  private readonly likes = new Map<string, readonly (readonly [CodeRow, string])[]>();
  /** The worlds on the way to the last situation; the next one usually shares most of them. */
  private way: { readonly node: number; readonly world: World }[];
  private next = 0;
  private end = 1;

  constructor(system: System, rows: readonly CodeRow[], read: Read) {
    this.system = system;
    this.moves = linesToTry(system, read);
    this.rows = rows;
    this.read = read;
    this.byCode = groupedBy(rows, ({ code }) => code);
    const world = new World(system);
    this.seen.add(this.keys.of(world));
    this.way = [{ node: 0, world }];
  }

  /** Continues up to the bounds, or until `enough`. */
  run({ lines, situations }: Bounds, enough: () => boolean): void {
    while (this.tried < lines && !enough()) {
      for (; this.next < this.end; this.next += 1) {
        if (this.situations >= situations || (this.found.size > 0 && enough())) return;
        this.expand(this.next);
        this.situations += 1;
      }
      this.tried += 1;
      this.end = this.befores.length;
      if (this.next === this.end) {
        // No new situation: every scenario of any length was tried.
        this.tried = Number.POSITIVE_INFINITY;
      }
    }
  }

  private expand(node: number): void {
    const world = this.worldOf(node);
    for (const [index, move] of this.moves.entries()) {
      if ((move.opening && node !== 0) || this.changesNothing(world, move, node)) continue;
      const simulator = new Simulator(this.system, world.copy());
      for (const step of move.steps) this.look(node, move, simulator.runBriefly(step));
      const key = this.keys.of(simulator.world);
      if (this.seen.has(key)) continue;
      this.seen.add(key);
      this.befores.push(node);
      this.by.push(index);
    }
  }

  /** Notes the rows that a refusal shows. */
  private changesNothing(world: World, { steps, letter, line }: LineToTry, node: number): boolean {
    const code = answerWithoutChange(world, steps);
    if (code === undefined) return false;
    const rows = code === null ? undefined : this.byCode.get(code);
    if (rows) for (const row of rows) this.note(row, node, letter?.line ?? line);
    return true;
  }

  private look(node: number, move: LineToTry, result: StepResult): void {
    const { error, changes } = result;
    const codes = [error?.code, ...changes.flatMap((change) => [change.code, change.error?.code])];
    for (const code of codes) {
      if (code === undefined || code === null) continue;
      for (const row of this.byCode.get(code) ?? []) {
        if (!this.found.has(row) && shows(this.system, row, result)) this.note(row, node, move.line);
      }
    }
    for (const change of changes) {
      if (change.error === undefined) continue;
      for (const [row, line] of this.like(move, change.error.code)) {
        if (!this.found.has(row) && this.isShown(row, node, line)) this.note(row, node, line);
      }
    }
  }

  /** Other rows that the same line shows with their code in place of this one. */
  private like({ letter }: LineToTry, shown: Code): readonly (readonly [CodeRow, string])[] {
    if (!letter || !Object.values(letter.params).includes(String(shown))) return [];
    return kept(this.likes, `${letter.line} ${shown}`, () =>
      this.rows
        .filter(({ code }) => code !== shown)
        .flatMap((row) => linesWith(this.system, letter, row.code).map((line) => [row, line] as const)),
    );
  }

  /** The data treats the other code like the one shown, but the system's own code may not. */
  private isShown(row: CodeRow, node: number, line: string): boolean {
    const simulator = new Simulator(this.system, this.worldOf(node).copy());
    return this.read(line).some((step) => shows(this.system, row, simulator.runBriefly(step)));
  }

  private note(row: CodeRow, node: number, line: string): void {
    if (this.found.has(row)) return;
    const lines = [line];
    for (let at = node; at > 0; at = this.befores[at] as number) {
      lines.unshift((this.moves[this.by[at] as number] as LineToTry).line);
    }
    this.found.set(row, lines);
  }

  private worldOf(node: number): World {
    const nodes: number[] = [];
    for (let at = node; at >= 0; at = this.befores[at] as number) nodes.unshift(at);
    let shared = 0;
    while (shared < this.way.length && this.way[shared]?.node === nodes[shared]) shared += 1;
    this.way.length = shared;
    const last = (): World => (this.way[this.way.length - 1] as { readonly world: World }).world;
    for (const each of nodes.slice(shared)) {
      const simulator = new Simulator(this.system, last().copy());
      for (const step of (this.moves[this.by[each] as number] as LineToTry).steps) simulator.runBriefly(step);
      this.way.push({ node: each, world: simulator.world });
    }
    return last();
  }
}

import { type Answer, type Gate, gateFrom } from '../gate/index.ts';
import { gateTable } from '../gating/gate-table.ts';
import type { Step, StepResult, System, View } from '../model/index.ts';
import { writeStep } from '../scenario/index.ts';
import { Session } from '../session/session.ts';
import { EventLog } from './event-log.ts';
import type { RunningClock } from './options.ts';
import { Problem } from './problem.ts';

/** What all worlds of a server share. */
export interface WorldSetting {
  readonly system: System;
  readonly after: string;
  readonly clock: RunningClock | undefined;
  readonly gates: Gates;
}

/** A world of a server: a session and its events. */
export class ServedWorld {
  readonly events = new EventLog();
  private readonly setting: WorldSetting;
  private session: Session;
  /** With a running clock: the moment up to which this world's time has been advanced. */
  private movedTo = 0;
  private callOff: () => void = () => {};

  constructor(setting: WorldSetting) {
    this.setting = setting;
    this.movedTo = setting.clock?.now() ?? 0;
    this.session = new Session(setting.system);
    this.play(setting.after);
  }

  /** Runs a step. Throws a problem if scenario text cannot hold it, for example a line break in a value. */
  take(step: Step): StepResult {
    this.catchUp();
    const result = this.session.send(lineOf(step));
    this.happened([result]);
    return result;
  }

  /** Runs a scenario, after all of it has been read. */
  play(scenario: string): readonly StepResult[] {
    this.catchUp();
    const results = this.session.play(scenario);
    this.happened(results);
    return results;
  }

  /** Moves the clock to the next timer; undefined if none is running. */
  toNextTimer(): StepResult | undefined {
    this.catchUp();
    const { untilTimer } = this.session;
    return untilTimer === undefined ? undefined : this.take({ wait: untilTimer });
  }

  /** Starts again, with a scenario. */
  begin(scenario = this.setting.after): void {
    this.session = new Session(this.setting.system);
    this.movedTo = this.setting.clock?.now() ?? 0;
    this.events.reset();
    this.play(scenario);
  }

  /** The world's virtual time in seconds. */
  get now(): number {
    return this.session.now;
  }

  /** The first number that is not the id of an entity of the kind. */
  freshId(kind: string): string {
    const known = new Set(this.all(kind).map(({ entity }) => entity));
    let number = 1;
    while (known.has(`${kind}:${number}`)) number += 1;
    return String(number);
  }

  /** What a UI sees of an entity. */
  view(entity: string): View {
    this.catchUp();
    return this.session.view(entity);
  }

  /** The same with the answer to each of its commands. */
  seen(entity: string): View & { readonly answers: { readonly [command: string]: Answer } } {
    const view = this.view(entity);
    return { ...view, answers: this.setting.gates.of(view)(view) };
  }

  /** What a UI sees of the entities of a kind. */
  all(kind: string): View[] {
    this.catchUp();
    return this.session.views().filter(({ entity }) => entity.startsWith(`${kind}:`));
  }

  toScenario(): string {
    this.catchUp();
    return this.session.toScenario();
  }

  end(): void {
    this.callOff();
    this.events.end();
  }

  private happened(results: readonly StepResult[]): void {
    for (const result of results) this.events.add(result);
    this.arm();
  }

  /** With a running clock: advances this world's time to it. */
  private catchUp(): void {
    const { clock } = this.setting;
    if (!clock) return;
    const passed = Math.floor(clock.now() - this.movedTo);
    if (passed < 1) return;
    this.movedTo += passed;
    this.happened([this.session.send(writeStep({ wait: passed }))]);
  }

  /** With a running clock: schedules a callback for the next timer. */
  private arm(): void {
    const { clock } = this.setting;
    if (!clock) return;
    this.callOff();
    const { untilTimer } = this.session;
    if (untilTimer === undefined) return;
    this.callOff = clock.after(this.movedTo + untilTimer - clock.now(), () => {
      this.catchUp();
      // The clock may call a little early.
      this.arm();
    });
  }
}

/** The gates of a system's entities, each made at its first use. */
export class Gates {
  private readonly system: System;
  private readonly known = new Map<string, Gate>();

  constructor(system: System) {
    this.system = system;
  }

  of({ entity }: View): Gate {
    const [kind = ''] = entity.split(':');
    const gate = this.known.get(kind) ?? gateFrom(gateTable(this.system, kind).table);
    this.known.set(kind, gate);
    return gate;
  }
}

function lineOf(step: Step): string {
  try {
    return writeStep(step);
  } catch (error) {
    if (error instanceof RangeError)
      throw new Problem(400, 'a value has a line break, which a scenario has no place for');
    throw error;
  }
}

import { rmSync } from 'node:fs';
import { dovecot } from '../../../../machines/dovecot/index.ts';
import { judge } from '../../../../src/engine/judge.ts';
import { Simulator } from '../../../../src/engine/simulate.ts';
import { mulberry } from '../../../../src/laws/walk.ts';
import type { StepResult } from '../../../../src/model/index.ts';
import { readScenario } from '../../../../src/scenario/index.ts';
import { BACKUP, type Servers, SYNC } from './servers.ts';
import { type Trouble, troubles } from './troubles.ts';

/** An account of the walk: its user on the servers, and the changes there that the next pass will meet. */
interface Walked {
  readonly id: string;
  readonly user: string;
  /** A mail was saved in the destination's INBOX after the last merging pass. */
  used: boolean;
  /** Mail arrived in the source's INBOX, and has not been pulled yet. */
  fresh: boolean;
}

/** A pass's exit on the servers, and the expected one. */
export interface Pass {
  readonly line: string;
  readonly exit: number;
  readonly expected: number;
  readonly trouble?: Trouble;
  /** What else is wrong. */
  readonly fault?: string;
}

/** The number of accounts at a time. */
const ACCOUNTS = 3;

/** How often each accepted command is given, relative to the others. */
const likely: Readonly<Record<keyof typeof dovecot.entities.account.commands, number>> = {
  enqueue: 8,
  start: 8,
  switch: 2,
  final: 8,
  reset: 8,
  'credentials.update': 0.5,
  remove: 0.2,
};

/**
 * A random walk. The operator's commands go to the model. If one begins a pass, the real doveadm runs, and its exit is
 * reported to the model. Between passes mail arrives at either end. The same seed gives the same walk.
 */
export class Walk {
  private readonly simulator = new Simulator(dovecot);
  private readonly servers: Servers;
  private readonly chance: () => number;
  private readonly accounts: Walked[] = [];
  private opened = 0;

  constructor(servers: Servers, seed: number) {
    this.servers = servers;
    this.chance = mulberry(seed);
  }

  /** Takes one step. Returns the result of a pass, if one was run. */
  async step(): Promise<Pass | undefined> {
    if (this.accepts('manager', '1', 'resume')) this.tell('manager resume');
    const account = await this.account(Math.floor(this.chance() * ACCOUNTS));
    if (this.chance() < 0.2) {
      await this.mail(account);
      return undefined;
    }
    const accepted = Object.entries(likely).filter(([command]) => this.accepts('account', account.id, command));
    const command = this.weighed(accepted);
    this.tell(`account:${account.id} ${command}`);
    if (command === 'start' || command === 'final') return this.pass(account, command === 'final');
    return undefined;
  }

  private async pass(account: Walked, final: boolean): Promise<Pass> {
    const { servers } = this;
    const pass = final ? SYNC : BACKUP;
    const fitting = troubles.filter(({ fits }) => fits === undefined || (!account.used && fits(servers, account.user)));
    const trouble = this.chance() < 0.4 ? this.oneOf(fitting) : undefined;
    const expected = trouble?.exit ?? (account.used && !final ? 65 : 0);
    const exit = await (trouble ? trouble.run(servers, account.user, pass) : servers.pass(pass, account.user));
    const cause = trouble?.cause === undefined ? '' : ` cause=${trouble.cause}`;
    const line = `account:${account.id} exited code=${exit}${cause}`;
    const result = this.tell(line);
    const fault =
      result.outcome === 'applied' ? await this.fault(account, exit, final) : `the model: ${result.outcome}`;
    if (exit === 0) account.fresh = false;
    if (exit === 0 && final) account.used = false;
    return { line, exit, expected, ...(trouble ? { trouble } : {}), ...(fault === undefined ? {} : { fault }) };
  }

  /** After an intermediate pass that exits 0, both INBOXes have the same number of mails. */
  private async fault({ user }: Walked, exit: number, final: boolean): Promise<string | undefined> {
    if (exit !== 0 || final) return undefined;
    const [old, now] = [await this.servers.count('old', user, 'INBOX'), await this.servers.count('new', user, 'INBOX')];
    return old === now ? undefined : `INBOX holds ${old} mails at the source and ${now} at the destination`;
  }

  /**
   * Mail arrives at the source or, now and then, at the destination; a mailbox that this has spoilt is wiped later. It
   * never arrives in both INBOXes between two passes: dsync might take one mail for the other, and exit 0 (dovecot 7).
   */
  private async mail(account: Walked): Promise<void> {
    const { servers } = this;
    if (account.used && this.stands(account) === 'FAILED') {
      rmSync(servers.home('new', account.user), { recursive: true });
      account.used = false;
    } else if (account.fresh || this.chance() < 0.6) {
      const folder = account.used ? 'Work' : this.oneOf(['INBOX', 'Work']);
      await servers.deliver('old', account.user, folder);
      account.fresh ||= folder === 'INBOX';
    } else {
      await servers.deliver('new', account.user);
      account.used = true;
    }
  }

  /** The account in one of the places. If its migration is over, a new account replaces it. */
  private async account(place: number): Promise<Walked> {
    const known = this.accounts[place];
    if (known && this.stands(known) !== 'COMPLETED') return known;
    this.opened += 1;
    const account: Walked = { id: String(this.opened), user: this.servers.user(), used: false, fresh: false };
    this.accounts[place] = account;
    await this.servers.fill(account.user);
    return account;
  }

  private stands({ id }: Walked): string {
    return this.simulator.world.peek('account', id).state('MIGRATION');
  }

  private accepts(kind: string, id: string, type: string): boolean {
    return judge(this.simulator.world, { kind, id, type, params: {} }).accepted;
  }

  private tell(line: string): StepResult {
    const [step] = readScenario(dovecot, line);
    if (step === undefined) throw new Error(`no step: ${line}`);
    return this.simulator.run(step);
  }

  private oneOf<T>(of: readonly T[]): T {
    return of[Math.floor(this.chance() * of.length)] as T;
  }

  private weighed(of: readonly (readonly [string, number])[]): string {
    let left = this.chance() * of.reduce((sum, [, weight]) => sum + weight, 0);
    const found = of.find(([, weight]) => {
      left -= weight;
      return left < 0;
    });
    return found?.[0] ?? '';
  }
}

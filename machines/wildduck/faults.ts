import { type EntityView, type Fault, type Params, type WorldHands, wholeOf } from '../../src/define/index.ts';
import { policyOf } from './policy.ts';

/** The faults that can be armed, each with the commands it strikes (wildduck 7). */
export const faults: readonly Fault[] = [
  fault('InternalDatabaseError'),
  fault('InternalError', 'message get'),
  fault('HashError', 'user create', 'user update', 'user password.reset', 'session authenticate', 'asp create'),
  fault('QRError', 'user totp.setup'),
  fault('InternalConfigError', 'user totp.enable', 'user totp.check', 'dkim get'),
  fault('KeyGenerateError', 'dkim set'),
  fault('StoreError', 'message move'),
  fault('ERRCOMPOSE', 'message submit', 'message send'),
  fault('MessageRejected', 'message submit', 'message send'),
  fault('RestoreTaskNotFound', 'user restore'),
];

/** The armed fault, if it strikes the command. It is then used up. */
export function strike(world: WorldHands, self: EntityView, event: string, params: Params): string | undefined {
  const policy = policyOf(world);
  if (policy.fault === null) return undefined;
  const armed = faults.find(({ code }) => code === policy.fault);
  const command = `${self.kind} ${event}`;
  if (armed?.strikes && (!armed.strikes.includes(command) || passesOver(command, params))) return undefined;
  const code = policy.fault;
  policy.fault = null;
  return code;
}

/** Without a password there is nothing to hash, and without recipients nothing is queued. */
function passesOver(command: string, { password, recipients }: Params): boolean {
  if (command === 'user update') return password === undefined;
  return command === 'message send' && wholeOf(recipients) === 0;
}

function fault(code: string, ...strikes: string[]): Fault {
  return { code, arm: `server fault code=${code}`, ...(strikes.length > 0 ? { strikes } : {}), mark: 'F' };
}

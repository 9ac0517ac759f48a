import type { Answer, Params } from '../../../oracle/types.ts';
import { accepted, param, rejected } from '../../../oracle/types.ts';
import { isTransferReport, transferReport } from './report.ts';
import type { Task, World } from './world.ts';

type TransferKind = 'migration' | 'restore' | 'download';

/** The commands of the tasks that use a backup (dropsuite 2). */
export function transferStep(world: World, kind: TransferKind, id: string, type: string, params: Params): Answer {
  const task = world.tasks(kind).get(id) ?? null;
  if (isTransferReport(kind, type)) return transferReport(world, task, type);
  if (type === 'start') return start(world, kind, id, task, params);
  if (type === 'cancel' && kind !== 'download') {
    if (task === null) return rejected('NotFound');
    if (task.status === 'COMPLETED' || task.status === 'PARTIALLY_COMPLETE' || task.status === 'CANCELLED') {
      return rejected('AlreadyEnded');
    }
    world.move(task, 'CANCELLED');
    return accepted;
  }
  if (type === 'credentials.update' && kind === 'restore') {
    if (task === null) return rejected('NotFound');
    if (task.status !== 'AUTHENTICATION_ERROR') return rejected('NothingToFix');
    world.move(task, 'ON_QUEUE');
    return accepted;
  }
  if (type === 'open' && kind === 'download') {
    if (task === null) return rejected('NotFound');
    if (task.status === 'EXPIRED') return rejected('LinkExpired');
    if (task.status !== 'COMPLETED') return rejected('NotFinished');
    return accepted;
  }
  return rejected('UnknownEvent');
}

function start(world: World, kind: TransferKind, id: string, known: Task | null, params: Params): Answer {
  const backup = param(params, 'backup') ?? '1';
  if (known?.status === 'ON_QUEUE' || known?.status === 'RUNNING' || known?.status === 'RETRYING') {
    return rejected('AlreadyRunning');
  }
  if (!world.backedUp(backup)) return rejected('NothingBackedUp');
  if (kind === 'restore' && world.credential !== 'VALID') return rejected('NeedReauthentication');
  const task = known ?? newTransfer(world, kind, id);
  task.draws = backup;
  world.move(task, 'ON_QUEUE');
  return accepted;
}

function newTransfer(world: World, kind: TransferKind, id: string): Task {
  const task: Task = {
    kind,
    entity: `${kind}:${id}`,
    status: null,
    retries: 0,
    draws: null,
    everBackedUp: false,
  };
  world.tasks(kind).set(id, task);
  return task;
}

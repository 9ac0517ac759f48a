import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Complaint } from '../../scenario/complaint.ts';
import { show } from '../../scenario/wording.ts';
import { systemReason } from './system-error.ts';

type Save = (content: string | Uint8Array) => void;

/**
 * Checks whether a file can be written, before the work begins. The function that it returns writes the file as a whole
 * or not at all: the old file stays until the new one is complete.
 */
export function saving(file: string): Save {
  const write = complaining(file, () => writerTo(file));
  return (content) => complaining(file, () => write(content));
}

function writerTo(file: string): Save {
  if (isDescriptor(file)) return (content) => writeFileSync(file, content, APPEND);
  const target = targetOf(file);
  const before = statSync(target, { throwIfNoEntry: false });
  if (before?.isDirectory() || /[\\/]$/.test(file)) throw new Complaint(`${show(file)} is a directory`, NEXT);
  if (before) accessSync(target, constants.W_OK);
  if (before && !before.isFile()) return (content) => writeFileSync(target, content, APPEND);
  // The only reliable check is to create a file.
  const beside = join(dirname(target), `.${randomBytes(6).toString('hex')}`);
  closeSync(openSync(beside, 'wx'));
  rmSync(beside);
  return (content) => replace(target, beside, before, content);
}

export const save = (file: string, content: string | Uint8Array): void => saving(file)(content);

/**
 * Makes a folder and checks whether files can be written there. Returns a function that writes one by its path in it. A
 * failure leaves no empty folder behind.
 */
export function savingIn(folder: string): (path: string, content: string | Uint8Array) => string {
  const made: string[] = [];
  const writing = (path: string): [file: string, write: Save] => {
    const file = join(folder, path);
    makeFolder(dirname(file), made);
    return [file, saving(file)];
  };
  undoing(made, () => {
    makeFolder(folder, made);
    writing('index.html');
  });
  return (path, content) =>
    undoing(made, () => {
      const [file, write] = writing(path);
      write(content);
      return file;
    });
}

/** Writes files that are not there yet into a folder, by their names: all of them or none. */
export function saveNew(folder: string, files: ReadonlyMap<string, string>): void {
  const made: string[] = [];
  undoing(made, () => {
    makeFolder(folder, made);
    for (const [name, content] of files) {
      const file = join(folder, name);
      save(file, content);
      made.push(file);
    }
  });
}

/** Makes a folder and those above it, and adds them to the list. */
function makeFolder(path: string, made: string[]): void {
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
    if (dirname(path) !== path) makeFolder(dirname(path), made);
    mkdirSync(path);
    made.push(path);
  } catch (error) {
    const why = systemReason(error);
    if (why === undefined) throw error;
    throw new Complaint(`cannot make ${show(path)}: ${why}`, 'name another folder');
  }
}

/** On failure, removes what was made, except folders that have something in them. */
function undoing<Result>(made: readonly string[], write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    for (const path of made.toReversed()) {
      if (!lstatSync(path).isDirectory()) rmSync(path);
      else if (readdirSync(path).length === 0) rmdirSync(path);
    }
    throw error;
  }
}

const APPEND = { flag: 'a' };

/** An open descriptor, such as /dev/stdout. A file behind it is appended to, not replaced. */
const isDescriptor = (file: string): boolean => /^\/(?:dev\/(?:fd\/|std(?:out|err)$)|proc\/)/.test(file);

function replace(target: string, beside: string, before: Stats | undefined, content: string | Uint8Array): void {
  const descriptor = openSync(beside, 'wx');
  try {
    try {
      writeFileSync(descriptor, content);
      if (before) keep(before, descriptor);
    } finally {
      // A network file system may report only now that the disk is full.
      closeSync(descriptor);
    }
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Gives the new file the owner and the mode of the old one, as far as allowed. */
function keep({ uid, gid, mode }: Stats, descriptor: number): void {
  const own = fstatSync(descriptor);
  try {
    if (own.uid !== uid || own.gid !== gid) fchownSync(descriptor, uid, gid);
  } catch {
    // Only root may give a file away.
  }
  if (own.mode !== mode) fchmodSync(descriptor, mode & 0o7777);
}

/** Follows symbolic links. The file at their end need not exist yet. */
function targetOf(file: string): string {
  try {
    return realpathSync.native(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    if (!lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) return file;
    return targetOf(resolve(realpathSync.native(dirname(file)), readlinkSync(file)));
  }
}

const NEXT = 'name a file in a folder that you may write to';
const FULL: ReadonlySet<string | undefined> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

function complaining<Result>(file: string, write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_INVALID_ARG_VALUE') throw new Complaint(`no file can be called ${show(file)}`, NEXT);
    const why = systemReason(error);
    if (why === undefined) throw error;
    const next = FULL.has(code) ? 'make room there, or name a file elsewhere' : NEXT;
    throw new Complaint(`cannot write ${show(file)}: ${why}`, next);
  }
}

/** What may stand in an element of SCXML 1.0, and with which attributes: sections 3 to 6 of the recommendation. */
interface Element {
  readonly children: readonly string[];
  readonly attributes: readonly string[];
  readonly needed?: readonly string[];
}

/** Executable content (section 4), and what sends (section 6.2 and 6.3). */
const executable = ['raise', 'if', 'foreach', 'log', 'assign', 'script', 'send', 'cancel'];

export const structure: { readonly [element: string]: Element } = {
  scxml: {
    children: ['state', 'parallel', 'final', 'datamodel', 'script'],
    attributes: ['xmlns', 'version', 'datamodel', 'name', 'initial', 'binding'],
    needed: ['xmlns', 'version'],
  },
  datamodel: { children: ['data'], attributes: [] },
  data: { children: [], attributes: ['id', 'src', 'expr'], needed: ['id'] },
  parallel: {
    children: ['onentry', 'onexit', 'transition', 'state', 'parallel', 'history', 'datamodel', 'invoke'],
    attributes: ['id'],
  },
  state: {
    children: [
      'onentry',
      'onexit',
      'transition',
      'initial',
      'state',
      'parallel',
      'final',
      'history',
      'datamodel',
      'invoke',
    ],
    attributes: ['id', 'initial'],
  },
  transition: { children: executable, attributes: ['event', 'cond', 'target', 'type'] },
  onentry: { children: executable, attributes: [] },
  onexit: { children: executable, attributes: [] },
  raise: { children: [], attributes: ['event'], needed: ['event'] },
  assign: { children: [], attributes: ['location', 'expr'], needed: ['location'] },
  script: { children: [], attributes: ['src'] },
  send: { children: ['param', 'content'], attributes: ['event', 'id', 'delay', 'delayexpr', 'target', 'type'] },
  cancel: { children: [], attributes: ['sendid', 'sendidexpr'] },
};

/** One element as it was read. */
export interface Read {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: readonly Read[];
}

/** An identifier in XML, a name of an event and the list of them that a transition has: as the schema's patterns say. */
const NCNAME = /^[\p{L}_][\p{L}\p{N}._-]*$/u;
const TOKEN = '[\\p{L}\\p{N}_:-]+';
const EVENT = new RegExp(`^${TOKEN}(\\.${TOKEN})*$`, 'u');
const isDescriptor = (event: string): boolean => event === '*' || EVENT.test(event);

/** What the structure does not allow, in words. */
export function faultsOf(root: Read): string[] {
  const ids = new Map<string, number>();
  const targets: string[] = [];
  const faults: string[] = [];
  const visit = ({ name, attributes, children }: Read, path: string): void => {
    const allowed = structure[name];
    if (!allowed) {
      faults.push(`${path}: no element of SCXML`);
      return;
    }
    // Attributes of other namespaces may stand anywhere.
    const own = Object.keys(attributes).filter((key) => !key.includes(':'));
    for (const key of own) if (!allowed.attributes.includes(key)) faults.push(`${path}: no attribute ${key}`);
    for (const key of allowed.needed ?? []) if (!own.includes(key)) faults.push(`${path}: ${key} is missing`);
    const { id, event, target, initial, type } = attributes;
    if (id !== undefined) {
      ids.set(id, (ids.get(id) ?? 0) + 1);
      if (!NCNAME.test(id)) faults.push(`${path}: ${id} is no identifier`);
    }
    const isEvent = name === 'transition' ? event?.split(' ').every(isDescriptor) : EVENT.test(event ?? '');
    if (event !== undefined && !isEvent) faults.push(`${path}: ${event} is no event`);
    if (type !== undefined && !['internal', 'external'].includes(type)) faults.push(`${path}: type ${type}`);
    if (name === 'transition' && event === undefined && attributes.cond === undefined && target === undefined) {
      faults.push(`${path}: a transition without event, condition and target`);
    }
    for (const state of [target, initial]) if (state !== undefined) targets.push(state);
    for (const child of children) {
      if (!allowed.children.includes(child.name)) faults.push(`${path}: a ${child.name} may not stand here`);
      visit(child, `${path}/${child.name}`);
    }
  };
  visit(root, root.name);
  for (const [id, count] of ids) if (count > 1) faults.push(`${id} is the id of ${count} elements`);
  for (const target of targets) if (!ids.has(target)) faults.push(`nothing has the id ${target}`);
  return faults;
}

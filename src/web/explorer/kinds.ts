import type { ExplorerData } from '../../diagram/explorer/model.ts';
import type { TransitionKind } from '../../diagram/sketch.ts';
import { make } from '../make.ts';
import type { DrawnArrow } from './parts.ts';

const NAMES: { readonly [kind in TransitionKind]: string } = {
  command: 'commands',
  report: 'reports',
  delay: 'times',
  signal: 'changes of other regions',
  internal: "events of the system's own",
};

/** A checkbox for each kind of arrow in the picture; unchecking it hides these arrows and the notes at their ends. */
export function kindBoxes(
  root: HTMLElement,
  svg: SVGSVGElement,
  { kinds, notes }: ExplorerData,
  arrows: readonly DrawnArrow[],
): HTMLElement[] {
  const left = new Set<TransitionKind>();
  const notesOf = (arrow: DrawnArrow): Element[] => {
    const ids = notes.flatMap(([id, note]) => (id === arrow.element.id ? [note] : []));
    return [...svg.querySelectorAll('.any')].filter(({ id }) => ids.includes(id));
  };
  const filter = (kind: TransitionKind): void => {
    root.classList.toggle(`without-${kind}`, left.has(kind));
    for (const arrow of arrows) {
      const isOff = arrow.events.every((event) => left.has(kinds[event] as TransitionKind));
      for (const each of [arrow.element, ...notesOf(arrow)]) each.classList.toggle('off', isOff);
    }
  };
  const present = new Set(Object.values(kinds));
  const names = Object.entries(NAMES) as [TransitionKind, string][];
  return names
    .filter(([kind]) => present.has(kind))
    .map(([kind, name]) => {
      const box = make('input', { type: 'checkbox', value: kind, checked: '' });
      box.addEventListener('change', () => {
        if (box.checked) left.delete(kind);
        else left.add(kind);
        filter(kind);
      });
      return make('label', { class: kind }, box, name);
    });
}

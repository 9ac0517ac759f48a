import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { addressOf, linkFrom, picturesOf } from '../link/addresses.ts';
import { isPhase, kept, stateOf, stateTitle, statusOf } from '../model/index.ts';
import { drawnArrows } from './explorer/parts.ts';
import { isPhone, type Playground } from './model.ts';
import { panAndZoom, zoom } from './pan-zoom.ts';
import { svgElement } from './svg.ts';

/**
 * The site's picture of a phase, with the present status highlighted and the last arrows drawn bold. A click on a status
 * asks for the way to it. It shows the phase that changed last, unless the user chose one.
 */
export function PicturePane({ page }: { page: Playground }) {
  const { store } = page;
  const entity = store.chosen.value;
  const picked = useSignal<string | undefined>(undefined);
  const svg = useSignal<SVGSVGElement | undefined>(undefined);
  const isOpen = useSignal(!isPhone());
  const pictures = picturesOf(store.lifecycle);
  const last = store.moves.value.findLast(({ entity: of, region }) => of === entity && isPhase(region))?.region;
  const phase = [picked.value, last].find((name) => pictures.includes(name)) ?? pictures[0];
  const source = linkFrom(addressOf.play, addressOf.picture(store.system.name, store.lifecycle.kind, phase));
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isWanted = isOpen.value;
    void load(source).then((loaded) => {
      if (isWanted) svg.value = loaded;
    });
    return () => {
      isWanted = false;
    };
  }, [source, isOpen.value]);
  useSignalEffect(() => {
    if (!svg.value || !host.current) return;
    if (svg.value.parentNode !== host.current) host.current.replaceChildren(svg.value);
    light(page, svg.value);
  });
  return (
    <details
      class="picture"
      open={isOpen.value}
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>Picture of {phase ?? entity}</summary>
      <div class="steering">
        {pictures.length > 1 && <PhaseChoice phases={pictures as readonly string[]} picked={picked} />}
        <button type="button" onClick={() => host.current && zoom(host.current, 1 / ZOOM)}>
          smaller
        </button>
        <button type="button" onClick={() => host.current && zoom(host.current, ZOOM)}>
          larger
        </button>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a figure cannot be scrolled by the keyboard */}
      <div
        ref={host}
        class="scroll"
        {...panAndZoom}
        role="group"
        aria-label={`picture of ${phase ?? entity}`}
        onClick={({ target }) => ask(page, target)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          if (ask(page, event.target)) event.preventDefault();
        }}
      />
    </details>
  );
}

/** The zoom of one click. */
const ZOOM = 1.25;

function PhaseChoice({ phases, picked }: { phases: readonly string[]; picked: Signal<string | undefined> }) {
  return (
    <label>
      <span class="visually-hidden">phase of the picture</span>
      <select
        value={picked.value ?? ''}
        onChange={({ currentTarget }) => {
          picked.value = currentTarget.value || undefined;
        }}
      >
        <option value="">the one that changed last</option>
        {phases.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  );
}

const loaded = new Map<string, Promise<SVGSVGElement | undefined>>();

/** A picture that cannot be loaded is left out: the page says everything in words too. */
function load(source: string): Promise<SVGSVGElement | undefined> {
  return kept(loaded, source, () =>
    fetch(source)
      .then(async (answer) => (answer.ok ? prepared(svgElement(await answer.text())) : undefined))
      .catch(() => undefined),
  );
}

/** Its statuses become buttons. */
function prepared(svg: SVGSVGElement): SVGSVGElement {
  svg.setAttribute('role', 'group');
  for (const state of svg.querySelectorAll('[data-status]')) {
    state.setAttribute('role', 'button');
    state.setAttribute('tabindex', '0');
  }
  return svg;
}

function light({ store }: Playground, svg: SVGSVGElement): void {
  const entity = store.chosen.value;
  const { phases } = store.session.view(entity);
  const own = store.moves.value.filter((move) => move.entity === entity);
  const moves = own.filter(({ step }) => step === own.at(-1)?.step);
  for (const state of svg.querySelectorAll<SVGGElement>('[data-status]')) {
    const { phase = '', status = '' } = state.dataset;
    const isLit = stateOf(phases[phase] ?? null) === status;
    const says = `${phase} ${stateTitle(status)}${isLit ? ', where it stands' : ': how do I get there?'}`;
    const title = titleOf(state);
    if (title.textContent === says) continue;
    title.textContent = says;
    state.classList.toggle('lit', isLit);
    // Measuring before the next frame would lay out the page twice.
    if (isLit) requestAnimationFrame(() => show(state, svg.parentElement));
  }
  for (const { element, phase, from, to, events } of drawnArrows(svg)) {
    const isLast = moves.some(
      (move) => move.region === phase && from.includes(move.from) && move.to === to && events.includes(move.event),
    );
    element.classList.toggle('last', isLast);
  }
}

/** Its name for a screen reader, and its tooltip. */
function titleOf(state: SVGGElement): SVGTitleElement {
  const known = state.querySelector<SVGTitleElement>(':scope > title');
  if (known) return known;
  const made = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  state.prepend(made);
  return made;
}

/** Scrolls the picture alone, not the page. */
function show(state: SVGGElement, host: HTMLElement | null): void {
  if (!host) return;
  const [inner, outer] = [state.getBoundingClientRect(), host.getBoundingClientRect()];
  host.scrollLeft += inner.x + inner.width / 2 - outer.x - outer.width / 2;
  host.scrollTop += inner.y + inner.height / 2 - outer.y - outer.height / 2;
}

/** Asks for the way to the status that was clicked; false if the click was elsewhere. */
function ask(page: Playground, target: EventTarget | null): boolean {
  const state = target instanceof Element ? target.closest<SVGGElement>('[data-status]') : null;
  const { phase = '', status = '' } = state?.dataset ?? {};
  if (!state) return false;
  const goal = { view: { [phase]: statusOf(status) } };
  void page.askWay(`${phase} of ${page.store.chosen.value} is ${stateTitle(status)}`, goal);
  return true;
}

import type { Element } from './browser.ts';
import type { ExplorerData } from './model.ts';

/*
 * What runs in the page. The function is sent there as text, so it can use only its arguments. The few browser types
 * needed are in browser.ts, because the rest of the project compiles without them.
 */

declare const document: { createElement(name: string): Element };

/** Makes the picture in an element one that can be explored: moved, filtered, asked, and stepped through. */
export function explorePicture(root: Element, data: ExplorerData): void {
  const svg = root.querySelector('svg') as Element;
  const all = (selector: string): Element[] => [...svg.querySelectorAll(selector)];
  const make = (name: string, attributes: { [name: string]: string }, ...content: (Element | string)[]): Element => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...content);
    return made;
  };
  const button = (label: string, text: string, act: () => void): Element => {
    const made = make('button', { type: 'button', 'aria-label': label, title: label }, text);
    made.addEventListener('click', act);
    return made;
  };
  const words = (element: Element, name: string): string[] => element.dataset[name]?.split('|') ?? [];

  // The picture, moved and zoomed.
  const view = make('div', { class: 'view', role: 'group', 'aria-label': 'picture' });
  view.append(svg);
  let place = { x: 0, y: 0, scale: 1 };
  const put = (next: typeof place): void => {
    place = next;
    svg.style.transform = `translate(${place.x}px,${place.y}px) scale(${place.scale})`;
  };
  const zoom = (by: number, at?: { x: number; y: number }): void => {
    const { width, height } = view.getBoundingClientRect();
    const { x, y } = at ?? { x: width / 2, y: height / 2 };
    const scale = Math.min(8, Math.max(0.05, place.scale * by));
    const ratio = scale / place.scale;
    put({ x: x - (x - place.x) * ratio, y: y - (y - place.y) * ratio, scale });
  };
  const showAll = (): void => {
    const { width, height } = view.getBoundingClientRect();
    const [wide, high] = [Number(svg.getAttribute('width')), Number(svg.getAttribute('height'))];
    const scale = Math.min(1, width / wide, height / high);
    put({ x: Math.max(0, (width - wide * scale) / 2), y: 0, scale });
  };
  const show = (element: Element): void => {
    const [outer, inner] = [view.getBoundingClientRect(), element.getBoundingClientRect()];
    const inside =
      inner.left >= outer.left &&
      inner.top >= outer.top &&
      inner.left + inner.width <= outer.left + outer.width &&
      inner.top + inner.height <= outer.top + outer.height;
    if (inside) return;
    const dx = outer.left + outer.width / 2 - inner.left - inner.width / 2;
    const dy = outer.top + outer.height / 2 - inner.top - inner.height / 2;
    put({ ...place, x: place.x + dx, y: place.y + dy });
  };
  const fingers = new Map<number, { x: number; y: number }>();
  let dragged = 0;
  view.addEventListener('pointerdown', ({ pointerId, clientX, clientY }) => {
    if (fingers.size === 0) dragged = 0;
    fingers.set(pointerId, { x: clientX, y: clientY });
  });
  view.addEventListener('pointermove', ({ pointerId, clientX, clientY }) => {
    const before = fingers.get(pointerId);
    if (!before) return;
    const [dx, dy] = [clientX - before.x, clientY - before.y];
    const [other] = [...fingers].filter(([id]) => id !== pointerId).map(([, at]) => at);
    dragged += Math.abs(dx) + Math.abs(dy);
    if (dragged > 4) view.setPointerCapture(pointerId);
    fingers.set(pointerId, { x: clientX, y: clientY });
    if (other) {
      const apart = (at: { x: number; y: number }): number => Math.hypot(at.x - other.x, at.y - other.y) || 1;
      const { left, top } = view.getBoundingClientRect();
      zoom(apart({ x: clientX, y: clientY }) / apart(before), { x: other.x - left, y: other.y - top });
    } else put({ ...place, x: place.x + dx, y: place.y + dy });
  });
  for (const end of ['pointerup', 'pointercancel'])
    view.addEventListener(end, ({ pointerId }) => void fingers.delete(pointerId));
  view.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const { left, top } = view.getBoundingClientRect();
      zoom(Math.exp(-event.deltaY / 500), { x: event.clientX - left, y: event.clientY - top });
    },
    { passive: false },
  );
  // A state that is focused is brought into view by its place, not by scrolling.
  view.addEventListener('scroll', () => {
    view.scrollLeft = 0;
    view.scrollTop = 0;
  });

  // What is told of a state.
  const told = make('section', { class: 'told', 'aria-live': 'polite' });
  const states = all('[data-status]');
  const arrows = all('[data-event]');
  const notes = all('.any');
  const list = (title: string, items: (Element | string)[]): Element[] =>
    items.length === 0 ? [] : [make('h3', {}, title), make('ul', {}, ...items.map((item) => make('li', {}, item)))];
  const titleOf = (arrow: Element): string => arrow.querySelector('title')?.textContent ?? '';
  const tell = (state: Element | undefined): void => {
    for (const each of states) each.classList.toggle('chosen', each === state);
    const about = state && data.states[`${state.dataset.phase}.${state.dataset.status}`];
    if (!state || !about) {
      told.replaceChildren(make('p', { class: 'faint' }, 'Click a status to read what it is, and what it refuses.'));
      return;
    }
    const own = arrows.filter((arrow) => arrow.dataset.phase === state.dataset.phase);
    const status = state.dataset.status ?? '';
    const refusals = data.gates.flatMap((gate, index) => {
      const [, always = [], sometimes = []] = about.refusals.find(([at]) => at === index) ?? [];
      const commands = [...always, ...sometimes];
      if (commands.length === 0) return [];
      const some = sometimes.length === 0 ? '' : `in some situations ${sometimes.join(', ')}`;
      const code = String(gate.code) === gate.name ? gate.name : `${gate.code} ${gate.name}`;
      return [
        make(
          'span',
          {},
          make('b', {}, code),
          `: ${gate.reason} (${gate.mark}). ${[always.join(', '), some].filter(Boolean).join('; ')}`,
        ),
      ];
    });
    told.replaceChildren(
      make('h2', {}, about.title),
      ...[...(about.means === undefined ? [] : [about.means]), ...about.notes].map((text) => make('p', {}, text)),
      ...list('Leads on', own.filter((arrow) => words(arrow, 'from').includes(status)).map(titleOf)),
      ...list('Refuses', refusals),
      ...list('Comes from', own.filter((arrow) => arrow.dataset.to === status).map(titleOf)),
    );
  };
  for (const state of states) {
    const choose = (): void => tell(state);
    state.setAttribute('tabindex', '0');
    state.setAttribute('role', 'button');
    state.addEventListener('click', () => dragged <= 4 && choose());
    state.addEventListener('focus', () => show(state));
    state.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      choose();
    });
  }

  // Which kinds of arrows are drawn.
  const names = {
    command: 'commands',
    report: 'reports',
    delay: 'times',
    signal: 'changes of other regions',
    internal: "events of the system's own",
  };
  const off = new Set<string>();
  const filter = (): void => {
    for (const arrow of arrows) {
      const gone = words(arrow, 'event').every((event) => off.has(data.kinds[event] ?? ''));
      const ends = data.notes.filter(([id]) => id === arrow.id).map(([, note]) => note);
      for (const each of [arrow, ...notes.filter(({ id }) => ends.includes(id))]) each.classList.toggle('off', gone);
    }
    for (const kind of Object.keys(names)) root.classList.toggle(`without-${kind}`, off.has(kind));
  };
  const present = Object.entries(names).filter(([kind]) => Object.values(data.kinds).some((each) => each === kind));
  const boxes = present.map(([kind, text]) => {
    const box = make('input', { type: 'checkbox', value: kind, checked: '' });
    box.addEventListener('change', () => {
      if (!off.delete(kind)) off.add(kind);
      filter();
    });
    return make('label', { class: kind }, box, text);
  });

  // The way of a scenario.
  const { way } = data;
  let current = 0;
  const rows = (way?.steps ?? []).map(({ step, text, refused }, index) => {
    const label = `${step} ${text}${refused ? `: ${refused.code}` : ''}`;
    const row = button(label, label, () => go(index + 1));
    row.removeAttribute('title');
    if (refused) row.setAttribute('class', 'refused');
    return row;
  });
  const said = make('p', { class: 'said', 'aria-live': 'polite' });
  function go(to: number): void {
    if (!way) return;
    current = Math.min(way.steps.length, Math.max(0, to));
    const standing = new Map(Object.entries(way.start));
    for (const { moves } of way.steps.slice(0, current)) for (const move of moves) standing.set(move.region, move.to);
    const now = way.steps[current - 1];
    const taken = arrows.filter((arrow) =>
      now?.moves.some(
        ({ region, from, to: target, event }) =>
          arrow.dataset.phase === region &&
          arrow.dataset.to === target &&
          words(arrow, 'from').includes(from) &&
          words(arrow, 'event').includes(event),
      ),
    );
    for (const arrow of arrows) arrow.classList.toggle('taken', taken.includes(arrow));
    const here = states.filter(({ dataset }) => standing.get(dataset.phase ?? '') === dataset.status);
    const because = here.filter(({ dataset }) =>
      data.states[`${dataset.phase}.${dataset.status}`]?.refusals.some(
        ([at, always, sometimes]) =>
          data.gates[at]?.code === now?.refused?.code && [...always, ...sometimes].includes(now?.event ?? ''),
      ),
    );
    const refusing = now?.refused ? because : [];
    for (const state of states) {
      state.classList.toggle('here', here.includes(state));
      state.classList.toggle('refusing', refusing.includes(state));
    }
    for (const [index, row] of rows.entries()) {
      if (index === current - 1) row.setAttribute('aria-current', 'step');
      else row.removeAttribute('aria-current');
    }
    rows[current - 1]?.scrollIntoView({ block: 'nearest' });
    const moved = now?.moves.map(({ region, to: target }) => `${region} ${target}`).join(', ');
    const { refused } = now ?? {};
    const why = refusing.length > 0 ? '' : ', for what no status here decides';
    said.textContent = !now
      ? `Before the first of ${way.steps.length} steps.`
      : refused
        ? `${now.step} ${now.text}: refused with ${refused.code}${why}${refused.reason ? `; ${refused.reason}` : ''}`
        : `${now.step} ${now.text}: ${moved || 'nothing changes here'}`;
    const [first] = [...refusing, ...taken];
    if (first) show(first);
  }
  const replay = way
    ? [
        make(
          'section',
          { class: 'replay', 'aria-label': 'scenario' },
          make('h2', {}, `The way of ${way.entity}`),
          make('p', { class: 'faint' }, '← and → step through it, Home and End go to its ends.'),
          said,
          make('ol', {}, ...rows.map((row) => make('li', {}, row))),
        ),
      ]
    : [];

  const zooms = [
    button('zoom out', '−', () => zoom(0.8)),
    button('zoom in', '+', () => zoom(1.25)),
    button('show all', '⤢', showAll),
  ];
  root.append(
    make('div', { class: 'bar', role: 'group', 'aria-label': 'what is drawn' }, ...boxes, make('span', {}, ...zooms)),
    make('div', { class: 'body' }, view, make('div', { class: 'side' }, ...replay, told)),
  );
  svg.setAttribute('role', 'group');
  root.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input[type=text],textarea')) return;
    const last = way?.steps.length ?? 0;
    const keys: { [key: string]: () => void } = {
      '+': () => zoom(1.25),
      '-': () => zoom(0.8),
      0: showAll,
      Escape: () => tell(undefined),
      ...(way && {
        ArrowRight: () => go(current + 1),
        ArrowLeft: () => go(current - 1),
        Home: () => go(0),
        End: () => go(last),
      }),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  root.setAttribute('tabindex', '-1');
  root.focus({ preventScroll: true });
  showAll();
  tell(undefined);
  go(0);
}

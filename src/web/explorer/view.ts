import type { Point } from '../../diagram/scene.ts';
import { make } from '../make.ts';
import { type Placement, shownWhole, toMiddle, zoomed } from './placement.ts';

/** A pointer that moved less than this many pixels did not drag. */
const STILL = 4;

/** The smallest scale at which text of 11 pixels can be read. */
const READABLE = 10 / 11;

/** The viewport in which a picture is moved and zoomed. */
export class PictureView {
  readonly element = make('div', { class: 'view', role: 'group', 'aria-label': 'picture' });
  private readonly svg: SVGSVGElement;
  private placement: Placement = { x: 0, y: 0, scale: 1 };
  /** Fingers, or the mouse: where each is now. */
  private readonly pointers = new Map<number, Point>();
  /** Pixels that they have moved since the first came down. */
  private moved = 0;

  constructor(svg: SVGSVGElement, isAlone: boolean) {
    this.svg = svg;
    const { element, pointers } = this;
    element.append(svg);
    element.classList.toggle('alone', isAlone);
    element.addEventListener('pointerdown', ({ pointerId, clientX, clientY }) => {
      if (pointers.size === 0) this.moved = 0;
      pointers.set(pointerId, { x: clientX, y: clientY });
    });
    element.addEventListener('pointermove', (event) => this.drag(event));
    for (const end of ['pointerup', 'pointercancel'] as const)
      element.addEventListener(end, ({ pointerId }) => void pointers.delete(pointerId));
    element.addEventListener(
      'wheel',
      (event) => {
        // In a page with other content the wheel scrolls the page; a pinch on a trackpad is a wheel with Ctrl.
        if (!isAlone && !event.ctrlKey) return;
        event.preventDefault();
        this.zoomAt(Math.exp(-event.deltaY / 500), { x: event.clientX, y: event.clientY });
      },
      { passive: false },
    );
    // A focused state is brought into view by moving the picture, not by scrolling.
    element.addEventListener('scroll', () => element.scrollTo(0, 0));
  }

  /** Whether the last press of a pointer dragged the picture, so it was no click. */
  get wasDragged(): boolean {
    return this.moved > STILL;
  }

  zoom(by: number): void {
    const { left, top, width, height } = this.element.getBoundingClientRect();
    this.zoomAt(by, { x: left + width / 2, y: top + height / 2 });
  }

  showAll(): void {
    const { width, height } = this.svg;
    this.put(
      shownWhole({ width: width.baseVal.value, height: height.baseVal.value }, this.element.getBoundingClientRect()),
    );
  }

  /** Brings a part of the picture into view at a readable size. */
  show(part: Element): void {
    const { x, y, width, height } = part.getBoundingClientRect();
    const by = READABLE / this.placement.scale;
    if (by > 1) this.zoomAt(by, { x: x + width / 2, y: y + height / 2 });
    this.move(toMiddle(part.getBoundingClientRect(), this.element.getBoundingClientRect()));
  }

  /** Zooms around a point of the page. */
  private zoomAt(by: number, { x, y }: Point): void {
    const { left, top } = this.element.getBoundingClientRect();
    this.put(zoomed(this.placement, by, { x: x - left, y: y - top }));
  }

  private move({ x, y }: Point): void {
    this.put({ ...this.placement, x: this.placement.x + x, y: this.placement.y + y });
  }

  private put(placement: Placement): void {
    this.placement = placement;
    this.svg.style.transform = `translate(${placement.x}px,${placement.y}px) scale(${placement.scale})`;
  }

  /** One pointer moves the picture; two zoom it as they part. */
  private drag({ pointerId, clientX, clientY }: PointerEvent): void {
    const before = this.pointers.get(pointerId);
    if (!before) return;
    const now = { x: clientX, y: clientY };
    this.moved += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    if (this.wasDragged) this.element.setPointerCapture(pointerId);
    this.pointers.set(pointerId, now);
    const [other] = [...this.pointers].flatMap(([id, at]) => (id === pointerId ? [] : [at]));
    if (other) this.zoomAt(between(now, other) / between(before, other), other);
    else this.move({ x: now.x - before.x, y: now.y - before.y });
  }
}

const between = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y) || 1;

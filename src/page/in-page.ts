import type { View } from '../model/index.ts';

/*
 * What runs in the page. Each function is sent there as text, so it can use only its argument. The few browser types
 * needed are declared here, because the rest of the project compiles without them.
 */

interface Styles {
  readonly pointerEvents: string;
}
interface Element {
  readonly tagName: string;
  /** Of a frame: its document, if this page may see it. */
  readonly contentDocument?: (Root & { readonly defaultView: unknown }) | null;
  readonly ownerDocument: { readonly defaultView: { readonly frameElement: Element | null } | null };
  readonly parentElement: Element | null;
  readonly shadowRoot: Root | null;
  readonly style: { outline: string };
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  matches(selector: string): boolean;
  checkVisibility(options: { visibilityProperty: boolean }): boolean;
  getBoundingClientRect(): { readonly width: number; readonly height: number };
  getRootNode(): { readonly host?: Element };
  scrollIntoView(options: { block: 'center' }): void;
}
interface Root {
  querySelectorAll(selector: string): Iterable<Element>;
}
interface Message {
  readonly data: unknown;
}

declare const document: Root & { readonly documentElement: Element };
declare const window: { readonly frameElement: Element | null };
declare function getComputedStyle(element: Element): Styles;
declare function requestAnimationFrame(then: () => void): void;
declare function addEventListener(type: 'message', listener: (event: Message) => void): void;
declare function removeEventListener(type: 'message', listener: (event: Message) => void): void;
declare function postMessage(message: unknown, origin: string): void;
declare function setInterval(again: () => void, after: number): number;
declare function clearInterval(timer: number): void;
declare function setTimeout(then: () => void, after: number): number;
declare function clearTimeout(timer: number): void;

/** A control of the page. */
export interface Control {
  readonly command: string;
  readonly state: 'enabled' | 'disabled' | 'hidden';
  /** The control's `data-code`: why the command is not offered, if the page says so. */
  readonly code: string | null;
}

/** A view to show, and a scenario that leads there: for a page that has the model in it. */
export interface ViewRequest {
  readonly view: View;
  readonly scenario: readonly string[];
  readonly id: number;
}

/** Views to show one after another. Without views the page is read as it is. */
export interface PageRequest {
  readonly views: readonly ViewRequest[];
  /** Milliseconds within which the page has to show a view. */
  readonly limit: number;
  /** Milliseconds between showing a view and reading the page. */
  readonly pause: number;
  /** Controls that name another kind of entity are ignored. */
  readonly kind: string;
}

/** All controls at one moment, and the number of frames whose documents the page may not read. */
export interface PageReading {
  readonly controls: readonly Control[];
  readonly closed: number;
}

/**
 * Posts the views in order. After each it waits until the page has acknowledged it, or has handled and drawn it,
 * then reads all controls at once; null if that took too long. docs/gating-page.md says what counts as enabled. A page
 * that acknowledges need not draw in between, so many views are read in the time of one frame.
 */
export async function showAndRead({ views, limit, pause, kind }: PageRequest): Promise<(PageReading | null)[]> {
  const read = (): PageReading => {
    const controls: Control[] = [];
    let closed = 0;
    const frameOf = (element: Element): Element | null => element.ownerDocument.defaultView?.frameElement ?? null;
    const above = (element: Element): Element | null =>
      element.parentElement ?? element.getRootNode().host ?? frameOf(element);
    const nearest = (element: Element, selector: string): Element | undefined => {
      for (let at: Element | null = element; at; at = above(at)) if (at.matches(selector)) return at;
      return undefined;
    };
    /** The element, and each frame that it lies in. */
    const layers = (element: Element): Element[] => {
      const frame = frameOf(element);
      return frame ? [element, ...layers(frame)] : [element];
    };
    const isVisible = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect();
      return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
    };
    const stateOf = (element: Element): Control['state'] => {
      const all = layers(element);
      if (!all.every(isVisible)) return 'hidden';
      const isDisabled =
        element.matches(':disabled') ||
        element.hasAttribute('disabled') ||
        nearest(element, '[aria-disabled="true"], [inert]') !== undefined ||
        all.some((layer) => getComputedStyle(layer).pointerEvents === 'none');
      return isDisabled ? 'disabled' : 'enabled';
    };
    const isOurs = (element: Element): boolean => {
      const entity = nearest(element, '[data-entity]')?.getAttribute('data-entity');
      return !entity || entity === kind || entity.startsWith(`${kind}:`);
    };
    const roots: Root[] = [document];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        if (element.contentDocument) roots.push(element.contentDocument);
        else if (/^I?FRAME$/.test(element.tagName)) closed += 1;
        const command = element.getAttribute('data-command');
        if (command !== null && isOurs(element)) {
          controls.push({ command, state: stateOf(element), code: element.getAttribute('data-code') });
        }
      }
    }
    return { controls, closed };
  };
  const acknowledges = document.documentElement.hasAttribute('data-lifecycle-acknowledges');
  const type = acknowledges ? 'lifecycle:shown' : 'lifecycle:view';
  const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));
  const show = async ({ id, ...what }: ViewRequest): Promise<boolean> => {
    let stop = (): void => {};
    const heard = new Promise<boolean>((resolve) => {
      // Added after the page's own listener, so it is called after it.
      const listener = ({ data }: Message): void => {
        if (typeof data !== 'object' || data === null) return;
        const message = data as { type?: unknown; id?: unknown };
        if (message.type === type && message.id === id) resolve(true);
      };
      addEventListener('message', listener);
      const post = (): void => postMessage({ type: 'lifecycle:view', id, ...what }, '/');
      // A page that was just opened may not be listening yet.
      const again = acknowledges ? setInterval(post, 100) : 0;
      const late = setTimeout(() => resolve(false), limit);
      stop = () => {
        removeEventListener('message', listener);
        clearInterval(again);
        clearTimeout(late);
      };
      post();
    });
    const inTime = await heard;
    stop();
    if (!acknowledges) await frame().then(frame);
    if (pause > 0) await new Promise<void>((resolve) => setTimeout(resolve, pause));
    return inTime;
  };
  const found: (PageReading | null)[] = views.length === 0 ? [read()] : [];
  for (const each of views) found.push((await show(each)) ? read() : null);
  return found;
}

/** Waits for two animation frames: whatever was requested before the first is drawn before the second ends. */
export function twoFrames(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

/** Outlines the controls of a command in the page and the frames that it may see into, or removes the outline. */
export function mark({ command, on }: { command: string; on: boolean }): void {
  const roots: Root[] = [document];
  let first = true;
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (element.contentDocument) roots.push(element.contentDocument);
      if (element.getAttribute('data-command') !== command) continue;
      element.style.outline = on ? '3px solid #d00' : '';
      if (on && first) element.scrollIntoView({ block: 'center' });
      first = false;
    }
  }
}

/** Whether the parent page may not read this frame, which is then read separately. */
export function isClosedFrame(): boolean {
  try {
    return window.frameElement === null;
  } catch {
    return true;
  }
}

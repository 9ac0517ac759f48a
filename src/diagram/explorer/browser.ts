/* What in-page.ts uses of a browser. */

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
export interface Element {
  readonly style: { transform: string };
  readonly dataset: { readonly [name: string]: string | undefined };
  readonly classList: { toggle(name: string, on: boolean): void };
  readonly isContentEditable: boolean;
  id: string;
  textContent: string;
  scrollLeft: number;
  scrollTop: number;
  append(...nodes: (Element | string)[]): void;
  prepend(...nodes: Element[]): void;
  replaceChildren(...nodes: Element[]): void;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  closest(selector: string): Element | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  getAttribute(name: string): string | null;
  getBoundingClientRect(): Rect;
  setPointerCapture(pointer: number): void;
  scrollIntoView(options: { block: 'nearest' }): void;
  focus(options: { preventScroll: boolean }): void;
  addEventListener(type: string, listener: (event: Happening) => void, options?: { passive: boolean }): void;
}
export interface Happening {
  readonly target: Element;
  readonly key: string;
  readonly deltaY: number;
  readonly clientX: number;
  readonly clientY: number;
  readonly pointerId: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  preventDefault(): void;
}

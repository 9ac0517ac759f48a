/** The limits of the zoom; 1 is the picture's own size. */
const SMALLEST = 0.3;
const LARGEST = 3;

/** A mouse that moves at least this many pixels is dragging, not clicking. */
const DRAGGED = 4;

/** Zooms the picture in a frame around a point of the frame, by default its middle. */
export function zoom(frame: HTMLElement, by: number, x = frame.clientWidth / 2, y = frame.clientHeight / 2): void {
  const svg = frame.querySelector('svg');
  if (!svg) return;
  const { width, height } = svg.viewBox.baseVal;
  const before = svg.getBoundingClientRect().width / width;
  const after = Math.min(Math.max(before * by, SMALLEST), LARGEST);
  svg.setAttribute('width', String(width * after));
  svg.setAttribute('height', String(height * after));
  frame.scrollLeft = ((frame.scrollLeft + x) * after) / before - x;
  frame.scrollTop = ((frame.scrollTop + y) * after) / before - y;
}

let pressed = { x: 0, y: 0 };

/** Handlers for a frame: the mouse drags the picture, Ctrl and the wheel zoom. Touch and keys scroll without any. */
export const panAndZoom = {
  onPointerDown({ clientX, clientY }: FrameEvent<PointerEvent>) {
    pressed = { x: clientX, y: clientY };
  },
  onPointerMove(event: FrameEvent<PointerEvent>) {
    const { currentTarget: frame, buttons, pointerType, pointerId, clientX, clientY, movementX, movementY } = event;
    if (buttons !== 1 || pointerType !== 'mouse') return;
    const isDragged = frame.hasPointerCapture(pointerId);
    if (!isDragged && Math.hypot(clientX - pressed.x, clientY - pressed.y) < DRAGGED) return;
    // While the pointer is captured, releasing it does not click the status beneath.
    frame.setPointerCapture(pointerId);
    frame.scrollBy(-movementX, -movementY);
  },
  onWheel(event: FrameEvent<WheelEvent>) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const { left, top } = event.currentTarget.getBoundingClientRect();
    zoom(event.currentTarget, 2 ** (-event.deltaY / 400), event.clientX - left, event.clientY - top);
  },
};

type FrameEvent<Kind extends Event> = Kind & { readonly currentTarget: HTMLElement };

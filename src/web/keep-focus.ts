/**
 * A button that a step disables or removes loses the focus, and the next Tab would begin at the top of the page. So the
 * focus moves to the next button beside it, or back to the one that was pressed before.
 */
export function keepFocus(): void {
  let before: HTMLElement | undefined;
  addEventListener('click', ({ target }) => {
    const pressed = target instanceof Element ? target.closest('button') : null;
    if (!pressed) return;
    const { parentElement } = pressed;
    const earlier = before;
    before = pressed;
    requestAnimationFrame(() => {
      const isLost = pressed.disabled || !pressed.isConnected;
      if (!isLost || ![document.body, pressed].includes(document.activeElement as HTMLElement)) return;
      const next = pressed.isConnected ? parentElement?.querySelector<HTMLElement>('button:enabled') : earlier;
      next?.focus({ preventScroll: true });
    });
  });
}

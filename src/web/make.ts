/** An element with its attributes and content. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: { readonly [name: string]: string } = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

export function button(text: string, act: () => void, label?: string): HTMLButtonElement {
  const named: { readonly [name: string]: string } = label === undefined ? {} : { 'aria-label': label, title: label };
  const made = make('button', { type: 'button', ...named }, text);
  made.addEventListener('click', act);
  return made;
}

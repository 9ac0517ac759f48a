import { Component, type ComponentChild } from 'preact';

/** A component that is drawn again only when a property changes. It must read no signal. */
export function steady<Props extends object>(draw: (props: Props) => ComponentChild) {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      return (Object.keys(next) as (keyof Props)[]).some((name) => next[name] !== this.props[name]);
    }

    override render(): ComponentChild {
      return draw(this.props);
    }
  };
}

/** Gives the values that it was given before, as far as they are equal: what shows one of those is not drawn again. */
export function settling<Value>(): (key: string, value: Value) => Value {
  const kept = new Map<string, { readonly text: string; readonly value: Value }>();
  return (key, value) => {
    const text = JSON.stringify(value);
    const known = kept.get(key);
    if (known?.text === text) return known.value;
    kept.set(key, { text, value });
    return value;
  };
}

import { Component, type ComponentChild } from 'preact';

/** A component that renders again only when a property changes. It must not read signals. */
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

/** Returns the previous object if the new one is equal, so that components that show it do not render again. */
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

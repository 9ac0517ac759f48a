/** Thrown when a fact asks for what is not there. */
export const ASKED_FOR_MORE = new Error('asked for more than is there');

/** An object with nothing but these parts: asking for any other throws `ASKED_FOR_MORE`. */
export const nothing = <T extends object>(parts: Partial<T> = {}): T =>
  new Proxy(parts as T, {
    get(target, name) {
      if (Object.hasOwn(target, name)) return target[name as keyof T];
      throw ASKED_FOR_MORE;
    },
  });

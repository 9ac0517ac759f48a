/** Thrown when a fact reads something that is not there. */
export const ASKED_FOR_MORE = new Error('asked for more than is there');

/** An object with only these parts: reading any other throws `ASKED_FOR_MORE`. */
export const nothing = <T extends object>(parts: Partial<T> = {}): T =>
  new Proxy(parts as T, {
    get(target, name) {
      if (Object.hasOwn(target, name)) return target[name as keyof T];
      throw ASKED_FOR_MORE;
    },
  });

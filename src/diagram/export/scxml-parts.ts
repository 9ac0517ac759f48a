import type { Xml } from './xml.ts';

export const raise = (event: string): Xml => ({ name: 'raise', attributes: { event } });

/** A block of executable content, unless it is empty. */
export const block = (name: string, children: readonly Xml[]): Xml[] =>
  children.length === 0 ? [] : [{ name, children }];

/** A transition; a condition that always holds is left out. */
export function transition(
  {
    cond = 'true',
    ...attributes
  }: {
    readonly event: string;
    readonly cond?: string;
    readonly target?: string | undefined;
    readonly type?: string | undefined;
  },
  children: readonly Xml[],
): Xml {
  const { event, ...rest } = attributes;
  return { name: 'transition', attributes: { event, cond: cond === 'true' ? undefined : cond, ...rest }, children };
}

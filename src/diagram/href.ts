import type { SceneData } from './scene.ts';

/** A placeholder in the template of an address. */
const BLANK = /\{([^{}]*)\}/g;
const BLANKS = ['entity', 'phase', 'status', 'code'] as const;

/** The fault of a template of addresses, if any. */
export function hrefFault(template: string): string | undefined {
  const [unknown] = [...template.matchAll(BLANK)].map(([blank]) => blank).filter((blank) => !isBlank(blank));
  if (unknown !== undefined) return `${unknown} is none of ${BLANKS.map((name) => `{${name}}`).join(' ')}`;
  const [, scheme] = /^[\s\p{Cc}]*([^/?#{]*):/u.exec(template) ?? [];
  if (scheme !== undefined && !/^https?$/i.test(scheme)) return `an address of ${scheme}: is not for a page`;
  return undefined;
}

const isBlank = (blank: string): boolean => BLANKS.some((name) => blank === `{${name}}`);

/** The address of a state; undefined for other boxes, and if the template uses a code that the state does not have. */
export function hrefOf(template: string, data: SceneData = {}): string | undefined {
  const words = [...template.matchAll(BLANK)].map(([, name = '']) => data[name]);
  if (data.status === undefined || words.includes(undefined)) return undefined;
  return template.replaceAll(BLANK, (_, name: string) => encodeURIComponent(data[name] ?? ''));
}

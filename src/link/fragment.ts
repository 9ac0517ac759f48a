/** What a link to the playground holds. */
export interface Shared {
  readonly system: string;
  /** Scenario text. */
  readonly scenario: string;
  /** How many of its steps were taken; default: all. */
  readonly turns?: number;
  /** The entity that is looked at. */
  readonly entity?: string;
}

/** Why a link cannot be opened or made, in one sentence. */
export class LinkError extends Error {
  override readonly name = 'LinkError';
}

/** The first character of a fragment is its form. A later form gets the next digit. */
const FORM = '1';

/** The longest fragment that browsers, chats and issue trackers accept, in characters. */
const MOST_CHARACTERS = 8000;

/** The longest scenario, in characters: compressed, a few bytes can hold millions. */
export const MOST_TEXT = 100_000;

/** The fragment of a link, without `#`: the text compressed, in letters that need no escape. */
export async function fragmentOf({ system, scenario, turns, entity }: Shared): Promise<string> {
  const head = [system, entity ?? '', turns ?? ''].join(' ').trimEnd();
  const text = `${head}\n${scenario.trimEnd()}`;
  const fragment = `${FORM}${toBase64(await packed(text))}`;
  if (fragment.length <= MOST_CHARACTERS && text.length <= MOST_TEXT) return fragment;
  throw new LinkError('The scenario is too long for a link. Export it as a file instead.');
}

/**
 * Reads a fragment, which may be any text: a link can come from anyone.
 *
 * @throws LinkError if it holds no session.
 */
export async function sharedIn(fragment: string): Promise<Shared> {
  if (fragment.length > MOST_CHARACTERS) throw new LinkError('The link is too long to be one of this page.');
  if (/^[02-9]/.test(fragment)) throw new LinkError('The link was made by another version of this page.');
  if (!/^1[\w-]+$/.test(fragment)) throw new LinkError(DAMAGED);
  const text = await unpacked(fromBase64(fragment.slice(1)));
  const end = text.indexOf('\n');
  const [, system, entity, turns] = HEAD.exec(end < 0 ? text : text.slice(0, end)) ?? [];
  if (system === undefined) throw new LinkError(DAMAGED);
  return {
    system,
    scenario: end < 0 ? '' : text.slice(end + 1),
    ...(turns ? { turns: Number(turns) } : {}),
    ...(entity ? { entity } : {}),
  };
}

const DAMAGED = 'The link is damaged: a part of it is missing, or was changed.';

const HEAD = /^([\w.-]+)(?: ([\w.:-]*)(?: (\d{1,6}))?)?$/;

async function packed(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Stops as soon as there is too much: a few thousand bytes can expand to many millions. */
async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  try {
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      text += decoder.decode(piece.value, { stream: true });
      if (text.length <= MOST_TEXT) continue;
      await reader.cancel().catch(() => {});
      break;
    }
    if (text.length <= MOST_TEXT) text += decoder.decode();
  } catch {
    throw new LinkError(DAMAGED);
  }
  if (text.length > MOST_TEXT) throw new LinkError('The link holds more than this page plays.');
  return text;
}

const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  } catch {
    throw new LinkError(DAMAGED);
  }
}

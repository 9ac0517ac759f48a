import type { Page } from 'playwright-core';
import type { MismatchFound } from '../gating/cover-report.ts';
import type { Mismatch } from '../gating/report.ts';
import { mark } from './in-page.ts';
import { type Setting, Window } from './window.ts';

/** Writes a picture, and returns its path. */
export type SavePicture = (name: string, png: Uint8Array) => string;

/**
 * Takes a picture of each kind of mismatch in its nearest situation, with the command's controls outlined. The caption
 * says what the page does and what the model answers, and has the scenario.
 */
export async function takePictures(
  found: readonly MismatchFound[],
  setting: Setting,
  save: SavePicture,
  progress: (says: string) => void,
): Promise<string[]> {
  const window = new Window(setting);
  const paths: string[] = [];
  for (const { mismatch, representative } of found) {
    if (mismatch.kind === 'faulty') continue;
    progress(`taking pictures: ${paths.length} of ${found.length}`);
    await window.look([representative]);
    const page = await window.page();
    await page.evaluate(mark, { command: mismatch.command, on: true });
    const picture = await page.screenshot({ fullPage: true });
    await page.evaluate(mark, { command: mismatch.command, on: false });
    paths.push(save(nameOf(mismatch), await framed(page, picture, captionOf(mismatch))));
  }
  await window.close();
  return paths;
}

/** The picture with its caption, drawn in a new page, so that the user's page stays unchanged. */
async function framed(page: Page, picture: Buffer, lines: readonly string[]): Promise<Uint8Array> {
  const sheet = await page.context().newPage();
  try {
    const text = lines.map((line) => `<div>${html(line)}</div>`).join('');
    await sheet.setContent(
      `<style>body { margin: 0; background: #fff } img { display: block; width: 100% }
       figure { margin: 0 } figcaption { padding: 12px 16px; border-top: 3px solid #d00; color: #111;
       font: 15px/1.5 monospace; white-space: pre-wrap }</style>
       <figure><img src="data:image/png;base64,${picture.toString('base64')}"><figcaption>${text}</figcaption></figure>`,
    );
    return await sheet.screenshot({ fullPage: true });
  } finally {
    await sheet.close();
  }
}

function captionOf({ command, ui, uiCode, control, error, reason, scenario = [] }: Mismatch): string[] {
  const shown = control === 'not found' ? 'no control' : (control ?? ui);
  const expected = error ? `rejected with ${error.code} ${error.name}, as ${reason}` : 'accepted';
  return [
    `${command}: ${shown}${uiCode === undefined ? '' : ` with ${uiCode}`}`,
    `expected: ${expected}`,
    scenario.length > 0 ? 'after:' : 'at the very beginning',
    ...scenario.map((line) => `  ${line}`),
  ];
}

const html = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** `offered-scan.start-650.png`: the kind, the command and the right answer; for a wrong code also the page's code. */
function nameOf({ kind, command, error, uiCode }: Mismatch): string {
  const words = [kind, command, error?.code ?? 'accepted', ...(kind === 'wrong-code' ? ['not', uiCode] : [])];
  return `${words.map((word) => String(word).replace(/[^\w.]+/g, '_')).join('-')}.png`;
}

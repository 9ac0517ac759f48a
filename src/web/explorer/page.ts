/* The script of a page of the site with a picture of states. */
import type { ExplorerData } from '../../diagram/explorer/model.ts';
import { make } from '../make.ts';
import { svgElement } from '../svg.ts';
import { explorePicture } from './explorer.ts';

/** Replaces the image by a picture to explore; if that cannot be loaded, it stays an image. */
async function bringToLife(place: HTMLElement): Promise<void> {
  const [picture, explored] = [place.querySelector('img')?.src ?? '', place.dataset.explored ?? ''];
  const answers = await Promise.all([fetch(picture), fetch(explored)]).catch(() => []);
  const [drawn, told] = answers.filter(({ ok }) => ok);
  if (!drawn || !told) return;
  const [svg, data] = [svgElement(await drawn.text()), (await told.json()) as ExplorerData];
  const root = make('div', { class: 'explorer' });
  place.replaceChildren(root);
  explorePicture(root, svg, data, false);
}

for (const place of document.querySelectorAll<HTMLElement>('[data-explored]')) void bringToLife(place);

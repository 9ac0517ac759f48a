/* The script of a page of its own: the picture and its data stand in the page. */
import type { ExplorerData } from '../../diagram/explorer/model.ts';
import { explorePicture } from './explorer.ts';

const root = document.querySelector('.explorer') as HTMLElement;
const data = JSON.parse(root.querySelector('script')?.textContent ?? '') as ExplorerData;
explorePicture(root, root.querySelector('svg') as SVGSVGElement, data, true);
// Its keys work at once.
root.setAttribute('tabindex', '-1');
root.focus({ preventScroll: true });

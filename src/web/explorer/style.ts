import { edgeStyles } from '../../diagram/looks.ts';
import type { TransitionKind } from '../../diagram/sketch.ts';

const kinds: readonly TransitionKind[] = ['command', 'report', 'delay', 'signal', 'internal'];

/** The style of the controls around a picture to explore, and of what is highlighted in it. */
export const explorerStyle = [
  '.explorer{--paper:light-dark(#fff,#0d1117);--ink:light-dark(#1f2328,#e6edf3);--faint:light-dark(#59636e,#9198a1);--line:light-dark(#d1d9e0,#3d444d);--mark:light-dark(#0969da,#4493f8);--good:light-dark(#116329,#56d364);--bad:light-dark(#b31d28,#ff7b72);display:flex;flex-direction:column;height:100%;outline:0;background:var(--paper);color:var(--ink);font:14px/1.45 system-ui,sans-serif}',
  '.explorer .kinds{display:flex;flex-wrap:wrap;gap:4px 14px;align-items:center;padding:8px 12px;border-bottom:1px solid var(--line)}',
  '.explorer .kinds span{margin-left:auto;display:flex;gap:4px}',
  '.explorer label{display:flex;gap:5px;align-items:center}',
  '.explorer button{font:inherit;color:inherit;background:none;border:1px solid var(--line);border-radius:6px;min-width:30px;padding:2px 8px;cursor:pointer}',
  '.explorer .body{display:flex;flex:1;min-height:0}',
  '.explorer .view{flex:1;min-width:0;position:relative;overflow:hidden;touch-action:pan-y;cursor:grab}',
  '.explorer .view.alone{touch-action:none}',
  '.explorer svg{position:absolute;left:0;top:0;transform-origin:0 0;max-width:none;user-select:none}',
  '.explorer .side{width:340px;overflow:auto;padding:4px 14px;border-left:1px solid var(--line);overflow-wrap:anywhere}',
  '.explorer h2{font-size:16px;margin:10px 0 4px}.explorer h3{font-size:14px;margin:12px 0 2px}.explorer p{margin:4px 0}',
  '.explorer ul{margin:0;padding-left:18px}.explorer ul li{white-space:pre-line;margin:3px 0}',
  '.explorer .faint{color:var(--faint)}',
  '.explorer ol{list-style:none;margin:6px 0;padding:0;max-height:40vh;overflow:auto}',
  '.explorer ol button{width:100%;text-align:left;border-color:transparent}.explorer ol .refused{color:var(--bad)}',
  '.explorer [aria-current]{border-color:var(--mark);font-weight:600}',
  '.explorer .replay{border-bottom:1px solid var(--line)}',
  '.explorer :focus-visible{outline:2px solid var(--mark);outline-offset:2px}',
  '.explorer [data-status]{cursor:pointer}',
  '.explorer svg .chosen>rect{stroke:var(--mark);stroke-width:3}',
  '.explorer svg .here>rect{stroke:var(--good);stroke-width:3}',
  '.explorer svg .refusing>rect{stroke:var(--bad);stroke-width:4}',
  '.explorer svg .taken>path{stroke-width:4}',
  '.explorer svg .off{display:none}',
  ...kinds.map((kind) => `.explorer.without-${kind} svg g text.${kind}{display:none}`),
  ...kinds.map((kind) => `.explorer label.${kind}{color:light-dark(${edgeStyles[kind].ink.join(',')})}`),
  '@media (max-width:720px){.explorer .body{flex-direction:column}.explorer .side{width:auto;max-height:45%;border-left:0;border-top:1px solid var(--line)}}',
].join('\n');

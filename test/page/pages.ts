import type { Cover } from '../../src/gating/cover.ts';
import { isRefusal, type View } from '../../src/model/index.ts';
import type { Pages } from './serving.ts';

/**
 * Pages that are odd in one way each. Those that offer the right commands have a list of them for each view: they test
 * how a page is shown a situation and read, not its gating.
 */
export function pagesFor(cover: Cover, elsewhere: string): Pages {
  const { representatives } = cover;
  const commands = [...(representatives[0]?.rules.keys() ?? [])];
  const offered = Object.fromEntries(
    representatives.map(({ view, rules }) => [
      JSON.stringify(view),
      commands.filter((command) => {
        const rule = rules.get(command);
        return !(rule && isRefusal(rule));
      }),
    ]),
  );
  const some = JSON.stringify(representatives[7]?.view);
  const stealthy = sameAsBefore(cover);
  const three = cover.sequence.slice(10, 13).map((index) => JSON.stringify(representatives[index]?.view));
  const buttons = commands.map((command) => `<button data-command="${command}">${command}</button>`).join('\n');
  const draw = `
    const offered = ${JSON.stringify(offered)};
    function draw(view) {
      for (const button of document.querySelectorAll('[data-command]')) {
        button.disabled = !offered[JSON.stringify(view)].includes(button.dataset.command);
      }
    }`;
  const listening = (body: string): string => `
    addEventListener('message', ({ data }) => {
      if (data?.type !== 'lifecycle:view') return;
      const { view } = data;
      ${body}
    });`;
  const page = (body: string, script = '', root = ''): string =>
    `<!doctype html><html ${root}><title>Odd</title><body>${body}<script>${script}</script></body></html>`;
  return {
    '/late': page(buttons, `${draw}${listening('requestAnimationFrame(() => draw(view));')}`),
    '/hangs': page(
      buttons,
      `${draw}${listening(`if (JSON.stringify(view) === ${JSON.stringify(some)}) for (;;) {}
       draw(view);`)}`,
    ),
    '/throws': page(
      buttons,
      `${draw}${listening(`draw(view);
       if (JSON.stringify(view) !== ${JSON.stringify(some)}) return;
       console.error('oh');
       throw new Error('dear');`)}`,
    ),
    '/adapted': page(
      '',
      `const offered = ${JSON.stringify(offered)};
      if (!location.search) throw new Error('not by the adapter');
      window.offers = (command) => offered[JSON.stringify(window.situation)].includes(command);`,
    ),
    '/throws-at-load': page(buttons, `${draw}${listening('draw(view);')} throw new Error('early');`),
    '/garbles': page(
      buttons,
      `${draw}${listening('draw(view);')} throw new Error('\\u001b[2J\\u202e\\n' + 'x'.repeat(10_000));`,
    ),
    '/white': page(
      `<main>${buttons}</main>`,
      `${draw}
       const whole = document.querySelector('main').innerHTML;
       ${listening(`const white = JSON.stringify(view) === ${JSON.stringify(some)};
       document.querySelector('main').innerHTML = white ? '' : whole;
       draw(view);`)}`,
    ),
    '/slow': page(buttons, `${draw}${listening('setTimeout(() => draw(view), 100);')}`),
    '/slow-and-wrong': page(
      buttons,
      `${draw}${listening(`setTimeout(() => {
        draw(view);
        if (JSON.stringify(view) === ${JSON.stringify(JSON.stringify(stealthy.view))}) {
          document.querySelector('[data-command="${stealthy.command}"]').disabled = true;
        }
      }, 100);`)}`,
    ),
    '/remembers': page(
      buttons,
      `${draw}
       let last = [];
       ${listening(`draw(view);
       last = [...last, JSON.stringify(view)].slice(-3);
       if (JSON.stringify(last) === ${JSON.stringify(JSON.stringify(three))}) {
         for (const button of document.querySelectorAll('[data-command]')) button.disabled = !button.disabled;
       }`)}`,
    ),
    '/framed': page('<iframe src="/in-frame" width="600" height="400"></iframe>', passing),
    '/framed-elsewhere': page(`<iframe src="${elsewhere}/in-frame" width="600" height="400"></iframe>`, passing),
    '/in-frame': page(buttons, `${draw}${listening('draw(view);')}`),
    '/three-ways': page(threeWays(cover, buttons), `${draw}${listening('draw(view);')}`),
    '/signed-in': page(
      '<main></main>',
      `if (document.cookie.includes('who=me')) document.querySelector('main').innerHTML = ${JSON.stringify(buttons)};
       ${draw}${listening('draw(view);')}`,
    ),
    '/unusable': page(unusable(commands)),
    '/usable': page(`${usable(commands)}`, shadow(commands)),
    '/unknown': page(`${buttons}<button data-command="strat">Start</button>`),
    '/empty': page('<button>Start</button>'),
  };
}

/** Passes the view on to the frame, where it is drawn a little later. */
const passing = `
  addEventListener('message', ({ data }) => {
    if (data?.type === 'lifecycle:view') document.querySelector('iframe').contentWindow.postMessage(data, '*');
  });`;

/** Three commands that the model accepts somewhere: their controls are hidden, disabled and missing. */
export function threeOf({ representatives }: Cover): string[] {
  const accepted = representatives.flatMap(({ rules }) =>
    [...rules].flatMap(([command, rule]) => (rule && isRefusal(rule) ? [] : [command])),
  );
  return [...new Set(accepted)].slice(0, 3);
}

/** The page's script sets `disabled`: one control is hidden, one in a disabled fieldset, one missing. */
function threeWays(cover: Cover, buttons: string): string {
  const [hidden, disabled, missing] = threeOf(cover);
  const kept = buttons.split('\n').filter((button) => !button.includes(`"${missing}"`));
  return kept
    .map((button) => {
      if (button.includes(`"${hidden}"`)) return `<div style="display: none">${button}</div>`;
      return button.includes(`"${disabled}"`) ? `<fieldset disabled>${button}</fieldset>` : button;
    })
    .join('\n');
}

/** A way to make a control unusable, for each in turn. */
function unusable(commands: readonly string[]): string {
  const ways = [
    (command: string) => `<button data-command="${command}" disabled>…</button>`,
    (command: string) => `<fieldset disabled><button data-command="${command}">…</button></fieldset>`,
    (command: string) => `<div aria-disabled="true"><a href="#" data-command="${command}">…</a></div>`,
    (command: string) => `<div inert><button data-command="${command}">…</button></div>`,
    (command: string) => `<button data-command="${command}" style="visibility: hidden">…</button>`,
    (command: string) => `<details><button data-command="${command}">…</button></details>`,
    (command: string) => `<a data-command="${command}" style="pointer-events: none">…</a>`,
    (command: string) => `<button data-command="${command}" hidden>…</button>`,
    (command: string) => `<x-button data-command="${command}" disabled>…</x-button>`,
  ];
  // Each way for each command: a single usable control would be an offer.
  return commands.flatMap((command) => ways.map((way) => way(command))).join('\n');
}

/** Usable controls, beside unusable ones for the same command. */
function usable(commands: readonly string[]): string {
  const ways = [
    (command: string) => `<button data-command="${command}" aria-disabled="false">…</button>`,
    (command: string) => `<fieldset disabled><legend><button data-command="${command}">…</button></legend></fieldset>`,
    (command: string) => `<div style="margin-top: 3000px"><a href="#" data-command="${command}">…</a></div>`,
  ];
  const rest = commands.slice(1);
  const hidden = rest.map((command) => `<button data-command="${command}" hidden>…</button>`);
  return [...rest.map((command, at) => (ways[at % ways.length] as (of: string) => string)(command)), ...hidden].join(
    '\n',
  );
}

/** The control of the first command, in a shadow root. */
const shadow = ([first]: readonly string[]): string => `
  const host = document.body.appendChild(document.createElement('div'));
  host.attachShadow({ mode: 'open' }).innerHTML = '<button data-command="${first}">…</button>';`;

/** A situation in which a command is accepted, as it is in every situation shown just before it. */
export function sameAsBefore({ representatives, sequence }: Cover): { readonly view: View; readonly command: string } {
  const accepts = (index: number | undefined, command: string): boolean => {
    const rule = representatives[index ?? -1]?.rules.get(command);
    return index !== undefined && !(rule && isRefusal(rule));
  };
  for (const [index, { view, rules }] of representatives.entries()) {
    const places = sequence.flatMap((shown, at) => (shown === index ? [at] : []));
    const found = [...rules.keys()].find(
      (command) => accepts(index, command) && places.every((at) => accepts(sequence[at - 1], command)),
    );
    if (found !== undefined) return { view, command: found };
  }
  throw new Error('there is no such situation');
}

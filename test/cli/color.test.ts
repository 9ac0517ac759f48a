import { describe, expect, it } from 'vitest';
import { wantsColor } from '../../src/cli/io/terminal.ts';
import { call, file, lifecycle } from './program.ts';

describe('colours', () => {
  it.each([
    ['on a terminal', {}, true, true],
    ['not on a terminal', {}, false, false],
    ['NO_COLOR', { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR', { NO_COLOR: '' }, true, true],
    ['a dumb terminal', { TERM: 'dumb' }, true, false],
    ['FORCE_COLOR', { FORCE_COLOR: '1' }, false, true],
    ['an empty FORCE_COLOR', { FORCE_COLOR: '' }, false, true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, true, false],
    ['both', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  ] as const)('%s', (_, env, isTerminal, wanted) => expect(wantsColor(env, isTerminal)).toBe(wanted));
});

describe('what each colour means', () => {
  const marked = (content: string) =>
    call(['simulate', file(content)], { paint: (style, text) => `<${style}>${text}</>` });

  it.each([
    ['accepted', 'agent register version=3.20.0', '<good>accepted</>'],
    ['rejected', 'job nonsense', '<bad>rejected 620 ERR_INVALID_OPCODE</>'],
    ['ignored', 'job scan.started', '<faint>ignored</>'],
    ['applied', 'wait 5m', '  applied'],
    ['missed', 'job nonsense => 650', ':1: expected 650</>'],
    [
      'given',
      'given ready',
      '<faint>  1  0s  agent:1  register version=3.20.0  accepted  AGENT ACTIVE (901)  (given)</>',
    ],
  ])('%s', async (_, content, painted) => expect((await marked(content)).stdout).toContain(painted));
});

describe.concurrent('the real program', () => {
  const code = '\x1b[';
  const input = 'job nonsense';

  it.each([
    ['plain by default', [], {}, false],
    ['coloured by FORCE_COLOR', [], { FORCE_COLOR: '1' }, true],
    ['plain by --no-color', ['--no-color'], { FORCE_COLOR: '1' }, false],
    ['plain in JSON', ['--json'], { FORCE_COLOR: '1' }, false],
  ] as const)('%s', async (_, options, env, colored) => {
    expect((await lifecycle(['simulate', ...options], input, { env })).stdout.includes(code)).toBe(colored);
  });
});

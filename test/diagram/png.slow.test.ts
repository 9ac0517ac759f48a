import { inflateSync } from 'node:zlib';
import { expect, describe as group, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { rasterOf } from '../../src/cli/io/raster.ts';
import { type Subject, sceneOf } from '../../src/diagram/draw.ts';
import { paint } from '../../src/diagram/svg.ts';
import type { System } from '../../src/model/index.ts';
import { sourcesOf } from './subjects.ts';
import { viciousSystem } from './toy.ts';

/** Width and height, and how many of the 256 bytes occur in its lines: a blank picture has next to none. */
function read(png: Uint8Array): { width: number; height: number; bytes: number } {
  const data = Buffer.from(png);
  expect(data.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  const pieces: Buffer[] = [];
  for (let at = 8; at < data.length; ) {
    const length = data.readUInt32BE(at);
    if (data.toString('latin1', at + 4, at + 8) === 'IDAT') pieces.push(data.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [width, height] = [data.readUInt32BE(16), data.readUInt32BE(20)];
  const lines = inflateSync(Buffer.concat(pieces));
  expect(lines.length).toBe(height * (width * 4 + 1));
  const seen = new Uint8Array(256);
  for (const byte of lines) seen[byte] = 1;
  return { width, height, bytes: seen.filter(Boolean).length };
}

async function pngOf(system: System, subject: Subject) {
  const scene = await sceneOf(system, subject, sourcesOf(system));
  const svg = paint(scene);
  return { scene, svg, png: await rasterOf(svg, scene) };
}

group('a PNG', () => {
  const subject: Subject = { view: 'states', entity: 'account' };

  test('is twice as large as its SVG, and not blank', async () => {
    const { scene, png } = await pngOf(systems.dovecot, subject);
    const { width, height, bytes } = read(png);
    expect(Math.abs(width - scene.width * 2)).toBeLessThanOrEqual(1);
    expect(Math.abs(height - scene.height * 2)).toBeLessThanOrEqual(1);
    expect(bytes).toBeGreaterThan(50);
  });

  test('contains its texts: without them it differs', async () => {
    const { scene, svg, png } = await pngOf(systems.dovecot, subject);
    const bare = await rasterOf(svg.replace(/<text[^>]*>[^<]*<\/text>/g, ''), scene);
    expect(bare.length).toBeLessThan(png.length * 0.8);
  });

  test('is the same each time', async () => {
    const [one, other] = [await pngOf(systems.dovecot, subject), await pngOf(systems.dovecot, subject)];
    expect(Buffer.compare(one.png, other.png)).toBe(0);
  });

  test.each<[string, System, Subject]>([
    ['the gates of a command', systems.dovecot, { view: 'refusals', entity: 'account', command: 'start' }],
    ['a whole system', systems.dovecot, { view: 'system' }],
    ['hostile words', viciousSystem, { view: 'states', entity: Object.keys(viciousSystem.entities)[0] ?? '' }],
  ])('is made of %s', async (_, system, each) => {
    const { png } = await pngOf(system, each);
    expect(read(png).bytes).toBeGreaterThan(50);
  });
});

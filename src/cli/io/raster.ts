import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Complaint } from '../../scenario/complaint.ts';

/** Twice the size of the SVG, for high-resolution screens, unless the picture gets too large. */
const ZOOM = 2;
const MOST_PIXELS = 24_000_000;
const FAMILY = 'DejaVu Sans';
const FONTS = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'];

let ready: Promise<typeof import('@resvg/resvg-wasm')> | undefined;

/** An SVG as a PNG. The fonts come from a package, so the PNG is the same on every machine. */
export async function rasterOf(
  svg: string,
  size: { readonly width: number; readonly height: number },
): Promise<Uint8Array> {
  ready ??= loaded();
  const { Resvg } = await ready;
  const room = Math.sqrt(MOST_PIXELS / (size.width * size.height));
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: Math.min(ZOOM, room) },
    font: { fontBuffers: fonts(), defaultFontFamily: FAMILY, sansSerifFamily: FAMILY },
  }).render();
  const png = image.asPng();
  image.free();
  return png;
}

async function loaded(): Promise<typeof import('@resvg/resvg-wasm')> {
  const module = await import('@resvg/resvg-wasm').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    return missing('@resvg/resvg-wasm');
  });
  await module.initWasm(readFileSync(fileOf('@resvg/resvg-wasm/index_bg.wasm')));
  return module;
}

const fonts = (): Uint8Array[] => FONTS.map((file) => readFileSync(fileOf(`dejavu-fonts-ttf/ttf/${file}`)));

function fileOf(path: string): string {
  try {
    return createRequire(import.meta.url).resolve(path);
  } catch {
    return missing(path.startsWith('@') ? path.split('/').slice(0, 2).join('/') : (path.split('/')[0] ?? path));
  }
}

function missing(name: string): never {
  throw new Complaint(
    `png needs the package ${name}, which is not installed`,
    'run npm install @resvg/resvg-wasm@2 dejavu-fonts-ttf@2, or write svg',
  );
}

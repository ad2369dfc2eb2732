import { writeFileSync } from 'node:fs';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { forPictures } from './server.ts';

/**
 * A picture for the documents, of what is in sight; `height` makes the window taller for it and shows the page from its top. Only where it is asked for, so that a test run leaves
 * the checkout as it is.
 */
export async function picture(page: Page, name: string, { height }: { height?: number } = {}): Promise<void> {
  if (!forPictures) return;
  const before = page.viewportSize();
  if (before && height) {
    await page.setViewportSize({ ...before, height });
    await page.evaluate('scrollTo(0, 0)');
  }
  await page.mouse.move(0, 0);
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  if (before && height) await page.setViewportSize(before);
  writeFileSync(`docs/images/${name}.png`, withPalette(png));
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The same picture with 256 colours, which takes less than half: a page has few, and many that differ by a hair where letters are smoothed. */
function withPalette(png: Buffer): Buffer {
  const { width, height, pixels } = readPng(png);
  const { colors, placeOf } = paletteOf(pixels);
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = placeOf(colorAt(pixels, (y * width + x) * 3));
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  const palette = Buffer.from(colors.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]));
  const parts = [
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([signature, ...parts]);
}

const colorAt = (pixels: Buffer, at: number): number => pixels.readUIntBE(at, 3);

/** The most frequent colour of each of the most frequent shades; every other colour goes to the nearest of them. */
function paletteOf(pixels: Buffer): { colors: number[]; placeOf: (color: number) => number } {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += 3) counts.set(colorAt(pixels, at), (counts.get(colorAt(pixels, at)) ?? 0) + 1);
  const shades = new Map<number, { color: number; count: number }>();
  for (const [color, count] of [...counts].sort((one, other) => other[1] - one[1])) {
    const shade = color & 0xf0f0f0;
    const known = shades.get(shade);
    if (known) known.count += count;
    else shades.set(shade, { color, count });
  }
  const common = [...counts].filter(([, count]) => count > 400).map(([color]) => color);
  const others = [...shades.values()].sort((one, other) => other.count - one.count).map(({ color }) => color);
  const colors = [...new Set([...common, ...others])].slice(0, 256);
  const places = new Map(colors.map((color, place) => [color, place]));
  const placeOf = (color: number): number => {
    const known = places.get(color);
    if (known !== undefined) return known;
    const distances = colors.map((candidate) => distance(candidate, color));
    const nearest = distances.indexOf(Math.min(...distances));
    places.set(color, nearest);
    return nearest;
  };
  return { colors, placeOf };
}

const distance = (one: number, other: number): number =>
  Math.abs((one >> 16) - (other >> 16)) + Math.abs(((one >> 8) & 255) - ((other >> 8) & 255)) + Math.abs((one & 255) - (other & 255));

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}

/** Reads what Chromium writes: eight bits per channel, three channels, not interlaced (PNG, third edition, 9 and 11). */
function readPng(png: Buffer): { width: number; height: number; pixels: Buffer } {
  const parts: { type: string; data: Buffer }[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    parts.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + png.readUInt32BE(at)) });
  }
  const head = parts[0]?.data ?? Buffer.alloc(13);
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  if (head[8] !== 8 || head[9] !== 2 || head[12] !== 0) throw new Error('A picture has another form than Chromium used to write.');
  const filtered = inflateSync(Buffer.concat(parts.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const line = width * 3;
  const pixels = Buffer.alloc(height * line);
  for (let y = 0; y < height; y += 1) {
    const filter = filtered[y * (line + 1)] ?? 0;
    for (let x = 0; x < line; x += 1) {
      const left = x < 3 ? 0 : (pixels[y * line + x - 3] ?? 0);
      const up = y === 0 ? 0 : (pixels[(y - 1) * line + x] ?? 0);
      const corner = x < 3 || y === 0 ? 0 : (pixels[(y - 1) * line + x - 3] ?? 0);
      pixels[y * line + x] = (filtered[y * (line + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return { width, height, pixels };
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const estimate = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

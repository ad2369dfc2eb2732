import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { refuseRequest } from '../../../platform/http/refusals.ts';
import { paletteOf } from '../../mail/index.ts';

type Asset = { type: string; plain: Buffer; packed: Buffer };

const assets = new Map<string, Asset>();

/** The portal's one stylesheet and one script, by names that change with their content. */
export const styleFile = load('portal.css', 'text/css; charset=utf-8');
export const scriptFile = load('portal.js', 'text/javascript; charset=utf-8');

function load(file: string, type: string): string {
  const plain = readFileSync(join(import.meta.dirname, '../assets', file));
  const [stem, ending] = file.split('.');
  const name = `${stem}-${createHash('sha256').update(plain).digest('hex').slice(0, 10)}.${ending}`;
  assets.set(name, { type, plain, packed: gzipSync(plain) });
  return name;
}

/** The stylesheet of a brand colour (`#rrggbb`). The colour is its name, so that it can be kept for ever and needs no look-up. */
export const brandFile = (brandColor: string): string => `brand-${brandColor.slice(1).toLowerCase()}.css`;

/** Readable in light and dark whatever the colour is: the text on it is chosen, and where it carries text itself it is mixed until it can be read. */
export function brandStyles(brandColor: string): string {
  const { brand, onBrand, link, linkOnDark } = paletteOf(brandColor);
  return `:root{--brand:${brand};--on-brand:${onBrand};--link:${link}}@media(prefers-color-scheme:dark){:root{--brand:${linkOnDark};--on-brand:#111827;--link:${linkOnDark}}}\n`;
}

/** Files of the portals' pages. They hold nothing of anybody and are kept by browsers for a year. */
export function registerPortalAssets(app: FastifyInstance): void {
  app.get<{ Params: { file: string } }>('/assets/:file', { config: { page: true } }, async ({ params: { file }, headers }, reply) => {
    const asset = assets.get(file) ?? brandAsset(file);
    if (!asset) throw refuseRequest('unknown-path');
    const packs = asset.packed.length < asset.plain.length && /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));
    if (packs) reply.header('content-encoding', 'gzip');
    return reply
      .type(asset.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding')
      .send(packs ? asset.packed : asset.plain);
  });
}

function brandAsset(file: string): Asset | undefined {
  const color = /^brand-([0-9a-f]{6})\.css$/.exec(file)?.[1];
  if (!color) return undefined;
  const plain = Buffer.from(brandStyles(`#${color}`));
  return { type: 'text/css; charset=utf-8', plain, packed: plain };
}

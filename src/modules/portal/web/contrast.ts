const channel = (part: string): number => {
  const value = Number.parseInt(part, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** Contrast of white text on a colour `#rrggbb`, 1 to 21 (WCAG 2.2, 1.4.3); `undefined` where it is no such colour. */
export function contrastWithWhite(color: string): number | undefined {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (!parts) return undefined;
  const [, red = '', green = '', blue = ''] = parts;
  return 1.05 / (0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue) + 0.05);
}

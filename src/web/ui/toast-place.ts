/** A box on the screen, in pixels from its upper left corner. */
export type Box = { top: number; bottom: number; left: number; right: number };

/** What messages stand away from the edge of the screen and from what they must not cover. */
const gap = 16;

/**
 * How far from the lower edge of the screen messages stand: as low as possible without covering any of the boxes. Where there is no such place below
 * `ceiling`, they stay at the lower edge, because then they are larger than what is free anywhere.
 */
export function bottomOf(messages: Box, boxes: readonly Box[], { height, ceiling }: { height: number; ceiling: number }): number {
  const tall = messages.bottom - messages.top;
  const beside = boxes
    .filter(({ left, right }) => left < messages.right && right > messages.left)
    .sort((one, other) => other.top - one.top);
  let bottom = gap;
  for (const box of beside) {
    const [lower, upper] = [height - bottom, height - bottom - tall];
    if (box.top < lower && box.bottom > upper) bottom = Math.max(bottom, height - box.top + gap / 2);
  }
  return height - bottom - tall >= ceiling ? bottom : gap;
}

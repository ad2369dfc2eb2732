import { createSpotlight } from '@mantine/spotlight';

/** The command palette's own store: the header opens it, the palette keeps its selection on the first hit. */
export const [paletteStore, palette] = createSpotlight();

/** Results arrive after the keys were typed: the first of them is chosen, unless somebody has already moved on with the arrow keys. */
export function selectFirst(): void {
  const { listId, selected } = paletteStore.getState();
  const list = listId ? document.getElementById(listId) : null;
  if (!list || selected > 0) return;
  list.querySelector('[data-selected]')?.removeAttribute('data-selected');
  list.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  paletteStore.updateState((state) => ({ ...state, selected: 0 }));
}

/** The element inside the main landmark that menus are drawn in, so that a screen reader finds them within the page. */
export const layerId = 'layer';

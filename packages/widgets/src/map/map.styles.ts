import type { CSSResultGroup } from 'lit';
import { controls } from './control.styles.ts';
import { frame } from './frame.styles.ts';
import { markers } from './marker.styles.ts';
import { popups } from './popup.styles.ts';

export { leaflet } from './leaflet.styles.ts';

/** The map with all that stands on it. */
export const maps: CSSResultGroup = [frame, markers, controls, popups];

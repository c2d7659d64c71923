import { svg } from 'lit';

// What a card shows.
export const home = svg`<path d="M3.500 11 12 4l8.500 7M6 9.500V20h12V9.500M10 20v-5.500h4V20"/>`;
export const publicPlace = svg`<path d="M3 9.500 12 4l9 5.500M4 20h16M5.500 9.500V17M10 9.500V17M14 9.500V17M18.500 9.500V17M4.500 17h15"/>`;
export const search = svg`<circle cx="10.500" cy="10.500" r="6.500"/><path d="m15.500 15.500 5 5"/>`;
export const wheelchair = svg`<circle cx="10" cy="5" r="1.600"/><path d="M10 8.500v5.500h5.500l2.500 5M10 10.500h5M8 12a4.500 4.500 0 1 0 5.500 6"/>`;

import { svg } from 'lit';

// Apart from the few that every element needs, so that those stay light.
export const arrowBack = svg`<path d="m14.5 6-6 6 6 6"/>`;
export const arrowNext = svg`<path d="m9.5 6 6 6-6 6"/>`;
export const calendar = svg`<path d="M4 6h16v14H4zM4 10.500h16M8.500 3.500v4M15.500 3.500v4"/>`;
export const chevronDown = svg`<path d="m6 9.500 6 6 6-6"/>`;
export const clock = svg`<circle cx="12" cy="12" r="8.500"/><path d="M12 7v5.500l3.500 2"/>`;
export const cross = svg`<path d="M6 6l12 12M18 6 6 18"/>`;
export const info = svg`<circle cx="12" cy="12" r="8.500"/><path d="M12 11v5.500M12 7.500v.2"/>`;
export const link = svg`<path d="M10 14a4 4 0 0 0 5.700 0l3-3A4 4 0 0 0 13 5.300L12 6.300M14 10a4 4 0 0 0-5.700 0l-3 3a4 4 0 0 0 5.700 5.700l1-1"/>`;
export const list = svg`<path d="M8.500 6H20M8.500 12H20M8.500 18H20M4 6h.500M4 12h.500M4 18h.500"/>`;
export const locate = svg`<circle cx="12" cy="12" r="6"/><path d="M12 2.500v4M12 17.500v4M2.500 12h4M17.500 12h4"/>`;
export const lock = svg`<path d="M5.500 11h13v9h-13zM8.500 11V8a3.500 3.500 0 0 1 7 0v3"/>`;
export const mail = svg`<path d="M3.500 5.500h17v13h-17zM3.500 7l8.500 6.500L20.500 7"/>`;
export const map = svg`<path d="M9 4 3.500 6.500v13L9 17l6 3 5.500-2.500v-13L15 7zM9 4v13M15 7v13"/>`;
export const minus = svg`<path d="M5 12h14"/>`;
export const offline = svg`<path d="M3 3l18 18M8.500 15.500a5 5 0 0 1 6-.8M5 12a10 10 0 0 1 4.500-2.600M14 9.200A10 10 0 0 1 19 12M12 19h.010"/>`;
export const plus = svg`<path d="M12 5v14M5 12h14"/>`;
export const share = svg`<path d="M12 15V4M8 7.500 12 3.500l4 4M5 12v8h14v-8"/>`;
export const shield = svg`<path d="M12 3.500 19.500 6v6c0 4.500-3.200 7.300-7.500 8.800C7.700 19.300 4.500 16.500 4.500 12V6z"/>`;
export const tick = svg`<path d="m4.500 12.500 5 5 10-11"/>`;

// What the search is made of, as one chunk that comes while the events are on their way.
export { Finder } from './finder.ts';
export { fields } from '../styles/field.styles.ts';
export { finders } from './finder.styles.ts';

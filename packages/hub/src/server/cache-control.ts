/** A visitor sees each change at once; a cache shared by many may be this far behind. */
export const live = 'public, max-age=0, s-maxage=10';
export const steady = 'public, max-age=0, s-maxage=60';
/** Towns don't move. */
export const lasting = 'public, max-age=86400';

/** What a page has set once for all its Huddlekit elements. Attributes on an element win over these. */
export interface PageSettings {
  /** Base URL of the hub, e.g. `https://hub.example.org`. */
  hub?: string;
  /** Short name of the site that shows the widgets, for credit on RSVPs. */
  partner?: string;
  /** BCP 47 tag of the widgets' language. */
  language?: string;
}

// One registry for the page, however many copies of the library it loads.
const key = Symbol.for('huddlekit.settings');
const registry = globalThis as typeof globalThis & { [key]?: PageSettings };

/** Sets page-wide defaults, for pages that bundle the elements instead of using the script tag. */
export function configure(settings: PageSettings): void {
  registry[key] = { ...registry[key], ...settings };
}

/** The page-wide defaults set by the script tag or by `configure`. */
export function pageSettings(): PageSettings {
  return registry[key] ?? {};
}

const version = '0.1.0';

/**
 * Registers an element unless its tag is taken. A tag taken by another copy or version keeps its first
 * definition, because redefining throws and the page isn't ours; one warning tells the owner.
 */
export function register(tag: string, element: CustomElementConstructor): void {
  const existing = customElements.get(tag) as (CustomElementConstructor & { version?: string }) | undefined;
  if (!existing) {
    Object.defineProperty(element, 'version', { value: version });
    customElements.define(tag, element);
  } else if (existing !== element) {
    console.warn(
      `Huddlekit: <${tag}> is already defined (version ${existing.version ?? 'unknown'}); ${version} was not used. Load the script once.`,
    );
  }
}

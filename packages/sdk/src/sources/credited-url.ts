/** Values by which a platform knows who sent a visitor. */
export interface UtmValues {
  readonly source?: string | undefined;
  readonly medium?: string | undefined;
  readonly campaign?: string | undefined;
  readonly term?: string | undefined;
  readonly content?: string | undefined;
}

/** A link with utm values; those it has already stay as they are. */
export function creditedUrl(link: string, values: UtmValues): string {
  const url = new URL(link);
  for (const [name, value] of Object.entries<string | undefined>({ ...values })) {
    const key = `utm_${name}`;
    if (value && !url.searchParams.has(key)) url.searchParams.set(key, value);
  }
  return url.href;
}

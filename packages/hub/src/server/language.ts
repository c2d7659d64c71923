/** The language a reader would like most, as a tag, from an Accept-Language header (RFC 9110, section 12.5.4). */
export function preferredLanguage(header: string): string {
  const wishes = header.split(',').map((part) => {
    const [tag = '', ...parameters] = part.split(';').map((text) => text.trim());
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return { tag, weight: quality === undefined ? 1 : Number(quality) || 0 };
  });
  const known = wishes.filter(({ tag, weight }) => weight > 0 && /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(tag));
  return known.sort((a, b) => b.weight - a.weight)[0]?.tag ?? 'en';
}

/** A body with the partner's credit, unless it gives the credit to another one. */
export function credited<Body extends { readonly referrer?: object | undefined }>(
  body: Body,
  partner: string | undefined,
): Body {
  return partner === undefined ? body : { ...body, referrer: { partner, ...body.referrer } };
}

/** An answer with its body in memory. Rejects where the body breaks off, like `fetch` where no answer comes. */
export async function whole(response: Response): Promise<Response> {
  const body = await response.arrayBuffer();
  // Some statuses may have no body, not even an empty one.
  return new Response(body.byteLength > 0 ? body : null, response);
}

// As much of HTTP/1.1 (RFC 9112) as carrying whole messages takes.

const headEnd = '\r\n\r\n';
const lastChunk = '\r\n0\r\n\r\n';

/**
 * The first request in what has come so far, and what came after it; undefined while it isn't whole.
 * @param {Buffer} received
 * @returns {{ message: Buffer, rest: Buffer } | undefined}
 */
export function firstRequest(received) {
  const end = received.indexOf(headEnd);
  if (end === -1) return undefined;
  const length = lengthOf(received, end + headEnd.length);
  if (length === undefined || length > received.length) return undefined;
  return { message: received.subarray(0, length), rest: received.subarray(length) };
}

function lengthOf(received, bodyStart) {
  const head = received.toString('latin1', 0, bodyStart);
  if (/^transfer-encoding:.*chunked/im.test(head)) {
    // The last chunk may follow the head at once, whose end it then shares.
    const last = received.indexOf(lastChunk, bodyStart - '\r\n'.length);
    return last === -1 ? undefined : last + lastChunk.length;
  }
  return bodyStart + Number(headerOf(head, 'content-length') ?? 0);
}

/**
 * The parts of a whole message.
 * @param {Buffer} message
 * @returns {{ head: string, body: Buffer }} `head` is the first line and the headers, without the line that ends them.
 */
export function partsOf(message) {
  const end = message.indexOf(headEnd);
  return { head: message.toString('latin1', 0, end), body: message.subarray(end + headEnd.length) };
}

/**
 * @param {string} head
 * @param {string} name
 * @returns {string | undefined}
 */
export function headerOf(head, name) {
  return new RegExp(`^${name}:[ \\t]*(.*?)[ \\t]*$`, 'im').exec(head)?.[1];
}

/**
 * A message with one header put in place of what it had.
 * @param {Buffer} message
 * @param {string} name
 * @param {string} value
 */
export function withHeader(message, name, value) {
  const { head, body } = partsOf(message);
  const [first, ...lines] = head.split('\r\n');
  const others = lines.filter((line) => !line.toLowerCase().startsWith(`${name}:`));
  const changed = [first, ...others, `${name}: ${value}`].join('\r\n');
  return Buffer.concat([Buffer.from(changed + headEnd, 'latin1'), body]);
}

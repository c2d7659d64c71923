import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { UsageError } from '../cli/arguments.ts';

/** A file may unpack to this many bytes. */
const largest = 512 * 1024 * 1024;

/** Reads a file, unpacked where it is gzip by its first bytes (RFC 1952). @throws UsageError */
export async function readFileBytes(file: string): Promise<Buffer> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new UsageError(`${file} can’t be read. Check the name.`, { cause: error });
  }
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: largest });
  } catch (error) {
    throw new UsageError(`${file} is damaged or unpacks to more than 512 MB.`, { cause: error });
  }
}

import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** @param {string[]} parts */
export const fromRoot = (...parts) => join(root, ...parts);

export const output = fromRoot('packages/tools/output');
export const publicFolder = fromRoot('packages/hub/public');
export const hubBin = fromRoot('packages/hub/bin/huddlekit.mjs');
export const sourceCondition = '--conditions=@huddlekit/source';

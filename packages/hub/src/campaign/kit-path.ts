import type { Hub } from '../hub.ts';

/** Path of what helps hosts: the campaign's kit, or the hub's own guide where it has none. */
export function kitPath({ campaign }: Pick<Hub, 'campaign'>): string {
  return campaign().kit.length > 0 ? '/kit' : '/guides/toolkit';
}

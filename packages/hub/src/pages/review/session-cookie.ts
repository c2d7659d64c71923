import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionLife } from '../../review/moderators.ts';

const name = 'huddlekit_review';

/** The session that a browser shows; empty without one. */
export function sessionOf({ headers }: FastifyRequest): string {
  const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}

/** Gives a browser a session, or with an empty one takes it away. No script and no other site can use it. */
export function setSession(reply: FastifyReply, session: string, { isSecure }: { isSecure: boolean }): void {
  const life = session === '' ? 0 : sessionLife / 1000;
  const parts = [
    `${name}=${session}`,
    'HttpOnly',
    'SameSite=Strict',
    'Path=/review',
    `Max-Age=${String(life)}`,
  ];
  if (isSecure) parts.push('Secure');
  reply.header('set-cookie', parts.join('; '));
}

import type { Route } from '@huddlekit/contract';
import { feeds, routes } from '@huddlekit/contract/routes';

const table = [...routes, ...feeds].map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}));

/** The operations of the wire at an address; empty where there is none. */
export function routesAt(url: string): Route[] {
  const path = url.split('?', 1)[0] ?? '';
  return table.filter(({ pattern }) => pattern.test(path)).map(({ route }) => route);
}

/** The methods an address answers; GET brings HEAD along. */
export function methodsOf(routes: readonly Route[]): string[] {
  return [...new Set(routes.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))];
}

/** The path of a route as the server's router writes it. */
export function serverPath({ path }: Route): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

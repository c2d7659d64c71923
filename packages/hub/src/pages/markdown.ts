import MarkdownIt from 'markdown-it';
import { Html } from '../text/html.ts';

/** HTML in a text is shown as text, pictures aren't fetched, and only harmless links are links. */
function createRenderer(isLink: (url: string) => boolean): InstanceType<typeof MarkdownIt> {
  const renderer = new MarkdownIt({ html: false, linkify: false, breaks: true }).disable('image');
  renderer.validateLink = (url) => isLink(url.trim());
  return renderer;
}

const isHarmless = (url: string): boolean => /^(https?:|mailto:|tel:)/i.test(url);
const isOwnPath = (url: string): boolean => /^\/(?![/\\])/.test(url);

const hosts = createRenderer(isHarmless);
const defaultLink = hosts.renderer.rules['link_open'];
hosts.renderer.rules['link_open'] = (tokens, index, options, environment, self) => {
  tokens[index]?.attrSet('rel', 'nofollow noopener noreferrer');
  return defaultLink
    ? defaultLink(tokens, index, options, environment, self)
    : self.renderToken(tokens, index, options);
};

/** A host's description as HTML: a small Markdown, no HTML of their own. */
export function markdown(text: string): Html {
  return Html.fromRenderer(() => hosts.render(text));
}

const own = createRenderer((url) => isHarmless(url) || isOwnPath(url));
own.renderer.rules['link_open'] = (tokens, index, options, environment, self) => {
  const token = tokens[index];
  const path = String(token?.attrGet('href') ?? '');
  if (isOwnPath(path)) {
    const [address = '', anchor] = path.split('#', 2);
    const query = `${address.includes('?') ? '&' : '?'}lang=${String(environment?.['language'])}`;
    token?.attrSet('href', `${address}${query}${anchor === undefined ? '' : `#${anchor}`}`);
  }
  return self.renderToken(tokens, index, options);
};
// What is wider than the page scrolls by itself, by keyboard too.
own.renderer.rules['table_open'] = () => '<div class="table" tabindex="0"><table>\n';
own.renderer.rules['table_close'] = () => '</table></div>\n';

/** A text of the campaign as HTML: as a host's, and its links may lead to pages of the hub, in the reader's language. */
export function ownMarkdown(text: string, environment: { readonly language: string }): Html {
  return Html.fromRenderer(() => own.render(text, { ...environment }));
}

import MarkdownIt from 'markdown-it';
import { Html } from '../text/html.ts';

// HTML in a text is shown as text, pictures aren't fetched, and only harmless links are links.
const renderer = new MarkdownIt({ html: false, linkify: false, breaks: true }).disable('image');
renderer.validateLink = (url) => /^(https?:|mailto:|tel:)/i.test(url.trim());
const defaultLink = renderer.renderer.rules['link_open'];
renderer.renderer.rules['link_open'] = (tokens, index, options, environment, self) => {
  tokens[index]?.attrSet('rel', 'nofollow noopener noreferrer');
  return defaultLink
    ? defaultLink(tokens, index, options, environment, self)
    : self.renderToken(tokens, index, options);
};

/** A host's description as HTML: a small Markdown, no HTML of their own. */
export function markdown(text: string): Html {
  return Html.fromRenderer(() => renderer.render(text));
}

import { mockHubHandlers } from '@huddlekit/mocks';
import type { Preview } from '@storybook/web-components-vite';
import { mswLoader } from 'msw-storybook-addon/csf3';

const preview: Preview = {
  loaders: [mswLoader()],
  globalTypes: {
    theme: {
      description: 'Colour scheme of the page',
      toolbar: { title: 'Theme', icon: 'mirror', items: ['light', 'dark'], dynamicTitle: true },
    },
    language: {
      description: 'Language of the page',
      toolbar: { title: 'Language', icon: 'globe', items: ['en', 'es'], dynamicTitle: true },
    },
    direction: {
      description: 'Direction of the page',
      toolbar: { title: 'Direction', icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
  },
  initialGlobals: { theme: 'light', language: 'en', direction: 'ltr' },
  parameters: { layout: 'padded', msw: mockHubHandlers() },
  decorators: [
    (story, { globals }) => {
      const { documentElement: page } = document;
      const { theme, language, direction } = globals as Record<string, string>;
      // As a site does it: the elements take over what the page says.
      page.style.colorScheme = theme ?? 'light';
      page.lang = language ?? 'en';
      page.dir = direction ?? 'ltr';
      Object.assign(document.body.style, {
        background: 'Canvas',
        color: 'CanvasText',
        fontFamily: 'system-ui',
      });
      return story();
    },
  ],
};

export default preview;

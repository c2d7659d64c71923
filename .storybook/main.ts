import type { StorybookConfig } from '@storybook/web-components-vite';
import { defaultClientConditions, mergeConfig } from 'vite';
import { leafletTrustedTypes } from '@huddlekit/tools/rollup/leaflet-trusted-types.mjs';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../packages/widgets/src/**/*.stories.ts'],
  addons: ['@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // The worker that answers in place of a hub must lie at the root.
  staticDirs: [{ from: '../node_modules/msw/lib/mockServiceWorker.js', to: '/mockServiceWorker.js' }],
  viteFinal: (base) =>
    mergeConfig(base, {
      resolve: { conditions: ['@huddlekit/source', ...defaultClientConditions] },
      plugins: [leafletTrustedTypes()],
    }),
};

export default config;

import { css } from 'lit';

/**
 * Reads the public `--huddle-*` properties into private names with their defaults, and never sets a public one,
 * so that a value set anywhere above the element wins. Lengths are px or em: a page's root size doesn't leak in.
 */
export const tokens = css`
  :host {
    display: block;
    font: inherit;
    color: inherit;
    font-family: var(--huddle-font, inherit);
    line-height: 1.45;
    letter-spacing: normal;
    text-transform: none;
    text-align: start;

    --_hk-surface: var(--huddle-surface, Canvas);
    --_hk-accent: var(--huddle-accent, light-dark(#0b5e45, #86d6b3));
    --_hk-accent-hover: var(--huddle-accent-hover, color-mix(in oklab, var(--_hk-accent) 82%, CanvasText));
    --_hk-on-accent: var(--huddle-on-accent, light-dark(#ffffff, #06281d));
    --_hk-accent-text: var(--huddle-accent-text, var(--_hk-accent));
    --_hk-focus: var(--huddle-focus, var(--_hk-accent-text));
    --_hk-danger: var(--huddle-danger, light-dark(#a3261b, #ff9d92));
    --_hk-warning: var(--huddle-warning, light-dark(#7a4d00, #f2c069));
    --_hk-success: var(--huddle-success, light-dark(#0b5e45, #86d6b3));
    --_hk-soft-mix: var(--huddle-soft-mix, 9%);
    --_hk-text-muted-mix: var(--huddle-text-muted-mix, 80%);
    --_hk-line-mix: var(--huddle-line-mix, 18%);
    --_hk-line-strong-mix: var(--huddle-line-strong-mix, 68%);
    --_hk-fill-mix: var(--huddle-fill-mix, 5%);
    --_hk-muted: color-mix(in srgb, currentColor var(--_hk-text-muted-mix), transparent);
    --_hk-line: color-mix(in srgb, currentColor var(--_hk-line-mix), transparent);
    --_hk-line-strong: color-mix(in srgb, currentColor var(--_hk-line-strong-mix), transparent);
    --_hk-fill: color-mix(in srgb, currentColor var(--_hk-fill-mix), transparent);

    --_hk-radius: var(--huddle-radius, 4px);
    --_hk-radius-large: var(--huddle-radius-large, 6px);
    --_hk-control: var(--huddle-control, 44px);
    --_hk-control-fine: var(--huddle-control-fine, 40px);
    --_hk-text-xs: var(--huddle-text-xs, max(12.5px, 0.8125em));
    --_hk-text-s: var(--huddle-text-s, max(13.5px, 0.875em));
    --_hk-text-m: var(--huddle-text-m, max(16px, 1em));
    --_hk-text-l: var(--huddle-text-l, 1.125em);
    --_hk-text-xl: var(--huddle-text-xl, 1.375em);
    --_hk-weight-strong: var(--huddle-weight-strong, 650);
    --_hk-ring: var(--huddle-ring, 3px);
    --_hk-shadow: var(--huddle-shadow, 0 1px 2px rgb(0 0 0 / 0.1), 0 6px 20px rgb(0 0 0 / 0.08));
    --_hk-speed: var(--huddle-speed, 140ms);
    --_hk-button-background: var(--huddle-button-background, var(--_hk-accent));
    --_hk-button-color: var(--huddle-button-color, var(--_hk-on-accent));
    --_hk-button-radius: var(--huddle-button-radius, var(--_hk-radius));
    --_hk-field-background: var(--huddle-field-background, var(--_hk-surface));
    --_hk-field-radius: var(--huddle-field-radius, var(--_hk-radius));
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  .muted {
    color: var(--_hk-muted);
  }
  .small {
    font-size: var(--_hk-text-s);
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_hk-speed: var(--huddle-speed, 0ms);
    }
  }
  @media (prefers-contrast: more) {
    :host {
      --_hk-text-muted-mix: var(--huddle-text-muted-mix, 100%);
      --_hk-line-mix: var(--huddle-line-mix, 60%);
      --_hk-line-strong-mix: var(--huddle-line-strong-mix, 100%);
      --_hk-accent: var(--huddle-accent, light-dark(#06402e, #b5f0d6));
      --_hk-on-accent: var(--huddle-on-accent, light-dark(#ffffff, #000000));
      --_hk-focus: var(--huddle-focus, CanvasText);
      --_hk-danger: var(--huddle-danger, light-dark(#7d140b, #ffc4bd));
      --_hk-warning: var(--huddle-warning, light-dark(#563600, #ffdf9e));
      --_hk-ring: var(--huddle-ring, 4px);
      --_hk-shadow: var(--huddle-shadow, none);
    }
  }
  @media (forced-colors: active) {
    :host {
      --_hk-accent: ButtonText;
      --_hk-on-accent: ButtonFace;
      --_hk-accent-text: LinkText;
      --_hk-focus: Highlight;
      --_hk-danger: CanvasText;
      --_hk-warning: CanvasText;
      --_hk-success: CanvasText;
      --_hk-shadow: none;
    }
  }
`;

import { css } from './css.ts';

/** Colours, type and the frame of each page. Lengths are px or em; the widgets take the same accent. */
export const foundation = css`
  :root {
    color-scheme: light dark;
    --ink: #1b1a17;
    --ground: #ffffff;
    --accent: #0b5e45;
    --on-accent: #ffffff;
    --danger: #a3261b;
    --warning: #7a4d00;
    --ink: light-dark(#1b1a17, #ecebe6);
    --ground: light-dark(#ffffff, #16181a);
    --accent: light-dark(#0b5e45, #86d6b3);
    --on-accent: light-dark(#ffffff, #06281d);
    --danger: light-dark(#a3261b, #ff9d92);
    --warning: light-dark(#7a4d00, #f2c069);
    --muted: color-mix(in srgb, var(--ink) 80%, transparent);
    --line: color-mix(in srgb, var(--ink) 18%, transparent);
    --line-strong: color-mix(in srgb, var(--ink) 68%, transparent);
    --fill: color-mix(in srgb, var(--ink) 5%, transparent);
    --soft: color-mix(in srgb, var(--accent) 7%, transparent);
    --strong: 650;
    --ring: 3px;
    --huddle-accent: var(--accent);
    --huddle-on-accent: var(--on-accent);
    --huddle-surface: light-dark(#ffffff, #1d2023);
  }

  @media (prefers-contrast: more) {
    :root {
      --accent: light-dark(#06402e, #b5f0d6);
      --on-accent: light-dark(#ffffff, #000000);
      --danger: light-dark(#7d140b, #ffc4bd);
      --warning: light-dark(#563600, #ffdf9e);
      --muted: var(--ink);
      --line: color-mix(in srgb, var(--ink) 60%, transparent);
      --line-strong: var(--ink);
      --ring: 4px;
    }
  }

  * {
    box-sizing: border-box;
  }

  body {
    margin: 0;
    font:
      16px/1.5 system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Noto Sans',
      sans-serif;
    color: var(--ink);
    background: var(--ground);
    font-variant-numeric: lining-nums;
    overflow-wrap: break-word;
  }

  a {
    color: var(--accent);
    text-underline-offset: 3px;
    text-decoration-thickness: 1px;
  }

  :is(a, button, input, summary, pre):focus-visible {
    outline: var(--ring) solid var(--accent);
    outline-offset: 2px;
    border-radius: 2px;
  }

  .skip {
    position: absolute;
    inset-inline-start: 16px;
    inset-block-start: -100px;
    padding: 12px 16px;
    background: var(--ground);
  }

  .skip:focus {
    inset-block-start: 8px;
  }

  header,
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 24px;
    padding-block: 6px;
    padding-inline: max(24px, calc((100% - 1040px) / 2));
    border-block-end: 1px solid var(--line);
  }

  header a,
  footer a {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
  }

  header .home {
    flex: 1 0 auto;
    color: inherit;
    font-weight: var(--strong);
    text-decoration: none;
  }

  header nav {
    display: flex;
    flex-wrap: wrap;
    gap: 0 20px;
    font-size: 0.9375em;
  }

  header nav a:not(.language) {
    color: inherit;
    text-decoration: none;
  }

  header a:hover {
    text-decoration: underline;
  }

  footer {
    border-block: 1px solid var(--line);
    border-block-end: 0;
    font-size: 0.875em;
  }

  main {
    max-width: 1088px;
    margin-inline: auto;
    padding: 32px 24px 64px;
  }

  .narrow {
    max-width: 640px;
  }

  /* What the page around says of its looks; see the widgets' look-message. */
  body.framed {
    --accent: var(--huddle-accent);
    --on-accent: var(--huddle-on-accent);
    color: var(--huddle-ink, var(--ink));
    background: var(--huddle-ground, transparent);
    font-family: var(--huddle-font, system-ui, sans-serif);
  }

  body.framed main {
    max-width: 640px;
    margin-inline: 0;
    padding: 4px;
  }

  /* Below the form, which keeps as much from its edges. */
  body.framed main > p {
    padding-inline: 4px;
  }

  .columns {
    display: grid;
    gap: 32px 44px;
  }

  @media (min-width: 840px) {
    .columns {
      grid-template-columns: minmax(0, 1fr) 340px;
    }

    .columns > aside {
      grid-area: 1 / 2 / span 2;
    }
  }

  @media (max-width: 480px) {
    main {
      padding: 24px 16px 48px;
    }

    header,
    footer {
      padding-inline: 16px;
    }
  }
`;

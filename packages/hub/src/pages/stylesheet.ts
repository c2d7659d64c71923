import { createHash } from 'node:crypto';

/** The one sheet of the hub's pages. Lengths are px or em, colours follow the visitor's scheme. */
export const stylesheet = `
:root { color-scheme: light dark; --ink: light-dark(#1b1a17, #ecebe6); --ground: light-dark(#ffffff, #16181a); --muted: light-dark(#55503f, #b3b1aa); --line: light-dark(#d8d6d0, #3a3d40); --line-strong: light-dark(#6b675c, #8f8d86); --accent: light-dark(#0b5e45, #86d6b3); --on-accent: light-dark(#ffffff, #06281d); --fill: light-dark(#f3f3f1, #1f2224); --warning: light-dark(#7a4d00, #f2c069); --danger: light-dark(#a3261b, #ff9d92); }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; color: var(--ink); background: var(--ground); }
a { color: var(--accent); text-underline-offset: 3px; text-decoration-thickness: 1px; }
:is(a, button, input):focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
header { display: flex; flex-wrap: wrap; gap: 4px 24px; align-items: center; padding: 16px max(24px, calc((100% - 1040px) / 2)); border-bottom: 1px solid var(--line); }
header strong { flex: 1; }
header nav { display: flex; flex-wrap: wrap; gap: 4px 20px; font-size: .9375em; }
header nav a:not(:hover) { text-decoration: none; color: inherit; }
main { max-width: 1088px; margin: 0 auto; padding: 32px 24px 64px; }
body.framed main { padding: 4px; max-width: 640px; }
h1 { font-size: clamp(1.75em, 4vw, 2.5em); line-height: 1.12; letter-spacing: -.015em; margin: 0 0 12px; text-wrap: balance; }
h2 { font-size: 1.375em; line-height: 1.25; margin: 48px 0 12px; }
h3 { font-size: 1.125em; line-height: 1.28; margin: 0; }
p { margin: 0 0 12px; max-width: 640px; }
.lead { font-size: 1.1875em; line-height: 1.4; }
.kind { color: var(--accent); font-size: .875em; font-weight: 600; margin: 0 0 8px; }
.muted { color: var(--muted); }
.small { font-size: .875em; }
.columns { display: grid; gap: 32px 40px; }
@media (min-width: 840px) { .columns { grid-template-columns: minmax(0, 1fr) 336px; } }
dl { margin: 0; border-top: 2px solid currentColor; }
dl > div { display: grid; grid-template-columns: 112px minmax(0, 1fr); gap: 4px 16px; padding: 12px 0; border-bottom: 1px solid var(--line); }
dt { color: var(--muted); font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
.panel { border: 1px solid var(--line-strong); border-radius: 6px; padding: 20px; align-self: start; }
.panel h2 { margin-top: 0; }
.notice { border-inline-start: 4px solid var(--line-strong); background: var(--fill); padding: 12px 16px; margin: 0 0 24px; max-width: none; }
.notice.warning { border-color: var(--warning); }
.notice.danger { border-color: var(--danger); }
.button { display: inline-flex; align-items: center; justify-content: center; min-height: 44px; padding: 8px 18px; border: 1px solid var(--line-strong); border-radius: 4px; background: none; color: inherit; font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
.button.primary { border-color: var(--accent); background: var(--accent); color: var(--on-accent); }
.events { list-style: none; margin: 0; padding: 0; border-top: 2px solid currentColor; }
.events li { padding: 14px 0; border-bottom: 1px solid var(--line); }
.actions { list-style: none; margin: 0; padding: 0; border-top: 2px solid currentColor; }
.actions li { display: grid; grid-template-columns: 48px minmax(0, 1fr) auto; gap: 2px 12px; padding: 12px 8px; border-bottom: 1px solid var(--line); }
.actions li > :nth-child(n + 4) { grid-column: 2; }
.actions .number { font-size: 1.5em; line-height: 1.1; font-weight: 650; font-variant-numeric: tabular-nums; }
.actions p { grid-column: 2; margin: 0; font-size: .9375em; color: var(--muted); }
.actions .current { background: color-mix(in srgb, var(--accent) 7%, transparent); box-shadow: inset 4px 0 var(--accent); }
pre { overflow-x: auto; padding: 16px; background: var(--fill); border-radius: 4px; font-size: .8125em; line-height: 1.6; }
footer { padding: 24px max(24px, calc((100% - 1040px) / 2)); border-top: 1px solid var(--line); font-size: .875em; }
huddle-map, huddle-countdown, huddle-rsvp, huddle-host-form { --huddle-accent: var(--accent); --huddle-on-accent: var(--on-accent); }
@media (max-width: 480px) { main { padding: 24px 16px 48px; } dl > div { grid-template-columns: 1fr; } }
@media (forced-colors: active) { .actions .current { border-inline-start: 4px solid Highlight; } }
@media print { header nav, footer, .panel, form { display: none; } }
`;

/** Path of the sheet; its name changes with its content, so that it can be kept for ever. */
export const stylesheetPath = `/assets/hub-${createHash('sha256').update(stylesheet).digest('base64url').slice(0, 10)}.css`;

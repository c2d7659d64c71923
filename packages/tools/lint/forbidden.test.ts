import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ESLint } from 'eslint';
import { forbiddenImports, forbiddenSyntax } from './forbidden.mjs';

const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [
    {
      rules: {
        'no-restricted-imports': ['error', forbiddenImports],
        'no-restricted-syntax': ['error', ...forbiddenSyntax],
      },
    },
  ],
});

async function messagesFor(code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: 'example.js' });
  return (result?.messages ?? []).map(({ message }) => message);
}

const forbidden = [
  [
    "import { unsafeHTML } from 'lit/directives/unsafe-html.js';",
    "import { repeat } from 'lit/directives/repeat.js';",
  ],
  ["import { unsafeSVG } from 'lit/directives/unsafe-svg.js';", "import { svg } from 'lit';"],
  ["import { html } from 'lit/static-html.js';", "import { html } from 'lit';"],
  [
    "import { styleMap } from 'lit/directives/style-map.js';",
    "import { classMap } from 'lit/directives/class-map.js';",
  ],
  ["import { unsafeCSS } from 'lit';", "import { css } from 'lit';"],
  ['element.innerHTML = text;', 'element.textContent = text;'],
  ["element['innerHTML'] = text;", "element['textContent'] = text;"],
  ['const { outerHTML } = element;', 'const { textContent } = element;'],
  ['use(element.outerHTML);', 'use(element.textContent);'],
  ["element.insertAdjacentHTML('beforeend', text);", "element.insertAdjacentText('beforeend', text);"],
  ['document.write(text);', 'stream.write(text);'],
  ['html`<p .innerHTML=${text}></p>`;', 'html`<p .textContent=${text}></p>`;'],
  ['html`<p style="color: red"></p>`;', 'html`<p class="warning"></p>`;'],
  ['html`<p style=${value}></p>`;', 'html`<p part=${value}></p>`;'],
  [
    'html`<ul>${items.map((item) => html`<li style="top: 0">${item}</li>`)}</ul>`;',
    'html`<ul data-style="list"></ul>`;',
  ],
  ['css`p { margin: 1.5rem; }`;', 'css`p { margin: 1.5em; }`;'],
  ["element.style.setProperty('--gap', '2rem');", "element.style.setProperty('--gap', '2px');"],
] as const;

for (const [bad, good] of forbidden) {
  test(`lint refuses ${bad}`, async () => {
    assert.equal((await messagesFor(bad)).length, 1);
    assert.deepEqual(await messagesFor(good), []);
  });
}

const markup = 'Strict pages block HTML from strings: build elements with a lit template.';
const inlineStyle = 'Strict pages block style attributes: use a class, a part or a custom property.';
const rem = 'rem follows the host page: use px or em.';

const writers = '/^(innerHTML|outerHTML)$/';
const methods = '/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/';
const inTemplate = 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement';
const remValue = String.raw`/(^|[^\w-])[\d.]+rem\b/`;

export const forbiddenImports = {
  paths: [
    { name: 'lit/directives/unsafe-html.js', message: markup },
    { name: 'lit/directives/unsafe-svg.js', message: markup },
    { name: 'lit/directives/unsafe-mathml.js', message: markup },
    { name: 'lit/static-html.js', message: markup },
    { name: 'lit/directives/style-map.js', message: inlineStyle },
    { name: 'lit', importNames: ['unsafeCSS'], message: 'Write the style in a css template.' },
    {
      name: '@lit/reactive-element',
      importNames: ['unsafeCSS'],
      message: 'Write the style in a css template.',
    },
  ],
  patterns: [
    {
      group: ['lit-html/**/unsafe-*', 'lit-html/static*', 'lit-html/directives/style-map*'],
      message: markup,
    },
  ],
};

export const forbiddenSyntax = [
  { selector: `MemberExpression[property.name=${writers}]`, message: markup },
  { selector: `MemberExpression[computed=true] > Literal.property[value=${writers}]`, message: markup },
  { selector: `ObjectPattern > Property[key.name=${writers}]`, message: markup },
  { selector: `MemberExpression[property.name=${methods}]`, message: markup },
  { selector: `MemberExpression[object.name="document"][property.name=/^write(ln)?$/]`, message: markup },
  { selector: `${inTemplate}[value.raw=/\\.(inner|outer)HTML\\s*=/i]`, message: markup },
  { selector: `${inTemplate}[value.raw=/\\sstyle\\s*=/i]`, message: inlineStyle },
  { selector: `TemplateElement[value.raw=${remValue}]`, message: rem },
  { selector: `Literal[value=${remValue}]`, message: rem },
];

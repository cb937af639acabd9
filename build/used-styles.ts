/** Keeps the styles of components that the page does not use out of it: a fifth of what Designsystemet brings. */

/** The components of Designsystemet that no part of the page uses, by their classes; the build fails when one does. */
const UNUSED = [
  'avatar',
  'avatar-stack',
  'badge',
  'breadcrumbs',
  'combobox',
  'divider',
  'error-summary',
  'file-upload',
  'pagination',
  'suggestion',
  'tabs',
  'textfield',
  'tooltip',
];

const CLASS_NAME = `ds-(?:${UNUSED.join('|')})(?![a-z-])`;
const UNUSED_CLASS = new RegExp(`\\.${CLASS_NAME}`);

/** Elements that are only ever within an unused component: the choices of a search that suggests some. */
const UNUSED_ELEMENT = /(?<![\w-])(?:u-datalist|u-option|data)(?![\w-])/;

/** A class in a script; what stands first in an element that is made is the kind of element. */
const NAMED_CLASS = new RegExp(`(?<!jsxs?\\)?\\(["'\`])(?<=["'\`\\s])${CLASS_NAME}`);

/** The palettes of Designsystemet’s theme that no part of the page uses. */
const UNUSED_PALETTE = /--ds-color-brand\d-|\[data-color=["']?brand\d/;

/** As much of PostCSS’s rules and declarations as is looked at. */
interface StyleRule {
  selectors: string[];
  readonly source?: { readonly input: { readonly file?: string } };
  remove(): void;
}

interface StyleDeclaration {
  readonly prop: string;
  remove(): void;
}

/** For PostCSS: drops the rules that only what is unused could meet, and the palettes that nothing is coloured by. */
export const usedStyles = {
  postcssPlugin: 'used styles',
  Rule(rule: StyleRule): void {
    if (!rule.source?.input.file?.includes('designsystemet-css')) return;
    const met = rule.selectors.filter((selector) => !asksForUnused(selector));
    if (met.length === 0) rule.remove();
    else if (met.length < rule.selectors.length) rule.selectors = met;
  },
  Declaration(declaration: StyleDeclaration): void {
    if (UNUSED_PALETTE.test(declaration.prop)) declaration.remove();
  },
};

/** Whether a selector meets no element of the page because it asks for something of an unused component. */
function asksForUnused(selector: string): boolean {
  let plain = '';
  for (let at = 0; at < selector.length; ) {
    const [, name] = /^:(is|where|not|has)\(/.exec(selector.slice(at)) ?? [];
    if (name === undefined) {
      plain += selector[at];
      at += 1;
      continue;
    }
    const start = at + name.length + 2;
    const end = closingOf(selector, start);
    // What must not be so does no harm when it cannot be.
    if (name !== 'not' && choicesOf(selector.slice(start, end)).every(asksForUnused)) return true;
    at = end + 1;
  }
  const elements = plain.replace(/\[[^\]]*\]/g, '');
  return UNUSED_CLASS.test(plain) || UNUSED_PALETTE.test(plain) || UNUSED_ELEMENT.test(elements);
}

/** Where the bracket closes that has been opened ahead of a place. */
function closingOf(selector: string, start: number): number {
  let depth = 1;
  for (let at = start; at < selector.length; at += 1) {
    if (selector[at] === '(') depth += 1;
    if (selector[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return selector.length;
}

/** The selectors of a list, which may have lists within. */
function choicesOf(list: string): readonly string[] {
  const choices = [''];
  let depth = 0;
  for (const character of list) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) choices.push('');
    else choices[choices.length - 1] += character;
  }
  return choices;
}

/** Throws when a module of the page, or of the components that it uses, names a class whose styles are left out. */
export function checkUnused(module: string, code: string): void {
  if (!/designsystemet-react|src.web.client/.test(module)) return;
  const [used] = NAMED_CLASS.exec(code) ?? [];
  if (used !== undefined)
    throw new Error(`${module} uses ${used}, whose styles build/used-styles.ts leaves out of the page.`);
}

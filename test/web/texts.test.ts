import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { LANGUAGES, type Language } from '../../src/language/text.js';
import { SERVICE_SECTIONS } from '../../vite.config.js';

const CLIENT = 'src/web/client';

const files = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
  .map((name) => join(CLIENT, name));

interface SyntaxNode {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** A node of a syntax tree and all nodes in it. */
function nodesIn(value: unknown): SyntaxNode[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(nodesIn);
  return 'type' in value && typeof value.type === 'string' ? [value as SyntaxNode, ...inside] : inside;
}

/** Every node of a file's syntax tree. */
function nodesOf(file: string): SyntaxNode[] {
  return nodesIn(parseSync(readFileSync(file, 'utf8'), { syntax: 'typescript', tsx: file.endsWith('x') }));
}

/** Attributes that people read or hear. */
const READ = ['aria-label', 'aria-description', 'alt', 'label', 'placeholder', 'title', 'closeButton'];

const hasLetters = (text: unknown) => /\p{L}{2}/u.test(String(text));

/** Texts that stand in a file instead of in data/locales. */
function hardCodedTexts(file: string): string[] {
  return nodesOf(file).flatMap((node) => {
    if (node.type === 'JSXText' && hasLetters(node.value)) return [String(node.value).trim()];
    if (node.type !== 'JSXAttribute') return [];
    const { name, value } = node as unknown as {
      name: { value?: string };
      value: SyntaxNode | null;
    };
    const isRead = READ.includes(name.value ?? '');
    return isRead && value?.type === 'StringLiteral' && hasLetters(value.value) ? [String(value.value)] : [];
  });
}

/** The keys that a file asks for by name: the argument of `t`, or those that it chooses among. */
function keysOf(file: string): string[] {
  return nodesOf(file).flatMap((node) => {
    if (node.type !== 'CallExpression') return [];
    const { callee, arguments: given } = node as unknown as {
      callee: { type: string; value?: string };
      arguments: readonly { expression: SyntaxNode }[];
    };
    if (callee.type !== 'Identifier' || callee.value !== 't') return [];
    return nodesIn(given[0]?.expression).flatMap(({ type, value }) =>
      type === 'StringLiteral' && /^[\w-]+\.[\w.-]+$/.test(String(value)) ? [String(value)] : [],
    );
  });
}

function textsOf(tree: Record<string, unknown>, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [prefix + key]
      : textsOf(value as Record<string, unknown>, `${prefix}${key}.`),
  );
}

/** The texts of a language as the page finds them: those for everybody, and those for who works by section. */
function localeOf(language: Language): Record<string, unknown> {
  const read = (name: string) => parse(readFileSync(`data/locales/${name}.yaml`, 'utf8'));
  const ending = `.${language}.yaml`;
  const sections = readdirSync('data/locales/workbench').filter((name) => name.endsWith(ending));
  const work = sections.map((name) => [
    name.slice(0, -ending.length),
    read(`workbench/${name.slice(0, -'.yaml'.length)}`),
  ]);
  return { ...read(language), work: Object.fromEntries(work) };
}

describe('the texts of the page', () => {
  it.each(files)('stand in data/locales: none in %s', (file) => {
    expect(hardCodedTexts(file)).toEqual([]);
  });

  it.each(LANGUAGES)('are all there in %s', (language) => {
    const known = new Set(textsOf(localeOf(language)));
    const isKnown = (key: string) => known.has(key) || (known.has(`${key}_one`) && known.has(`${key}_other`));
    const asked = [...new Set(files.flatMap(keysOf))];
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((key) => !isKnown(key))).toEqual([]);
  });

  it('are none of those that the service alone says', () => {
    const isOfService = (key: string) => SERVICE_SECTIONS.some((section) => key.startsWith(`${section}.`));
    expect(files.flatMap(keysOf).filter(isOfService)).toEqual([]);
    const sources = files.map((file) => readFileSync(file, 'utf8')).join('\n');
    expect(SERVICE_SECTIONS.filter((section) => sources.includes(`t(\`${section}.`))).toEqual([]);
  });

  it('of the page’s own sections are all used', () => {
    const sources = files.map((file) => readFileSync(file, 'utf8')).join('\n');
    const { ui, work } = localeOf('nb');
    const own = textsOf({ ui, work });
    const isUsed = (key: string) => {
      const plain = key.replace(/_(one|other)$/, '');
      if (sources.includes(`'${plain}'`) || sources.includes(`"${plain}"`)) return true;
      // A key made of parts: `ui.view.${view}`; its head is used, and so may any of its leaves be.
      const head = plain.slice(0, plain.lastIndexOf('.') + 1);
      return sources.includes(`\`${head}\${`) || partlyMade(plain, sources);
    };
    expect(own.filter((key) => !isUsed(key))).toEqual([]);
  });
});

/** Whether a key such as `ui.download.wheel-pdf` is made of a template such as `ui.download.${content}-pdf`. */
function partlyMade(key: string, sources: string): boolean {
  const templates = [...sources.matchAll(/`((?:ui|work)\.[^`]*\$\{[^`]*)`/g)].map(
    ([, template]) => template ?? '',
  );
  return templates.some((template) => {
    const pattern = template.replace(/[.*+?^()|[\]\\]/g, '\\$&').replace(/\$\{[^}]*\}/g, '[\\w-]+');
    return new RegExp(`^${pattern}$`).test(key);
  });
}

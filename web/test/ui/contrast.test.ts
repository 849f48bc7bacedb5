import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/ui/styles/tokens.css', 'utf8');

/** WCAG 2.2 AA: text, and what shows where a control ends. */
const TEXT = 4.5;
const EDGE = 3;

const TEXTS: [ink: string, on: string][] = [
  ...['paper', 'sheet', 'well', 'wash'].flatMap((on): [string, string][] => [
    ['ink', on],
    ['quiet', on],
    ['accent', on],
  ]),
  ['accent-ink', 'accent'],
];

const EDGES: [edge: string, on: string][] = [
  ['edge', 'paper'],
  ['edge', 'sheet'],
  ['accent', 'paper'],
  ['accent', 'sheet'],
];

function tones(theme: 'light' | 'dark'): Map<string, string> {
  const [, block = ''] = css.split(`\n[data-theme='${theme}'] {`);
  const found = [...(block.split('}')[0] ?? '').matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)];
  return new Map(found.map(([, name = '', tone = '']) => [name, tone]));
}

function luminance(tone: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(tone.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(['light', 'dark'] as const)('the tones of the %s theme', (theme) => {
  const all = tones(theme);
  const between = ([one, other]: [string, string]): number =>
    contrast(all.get(one) ?? 'none', all.get(other) ?? 'none');

  it.each(TEXTS)('let %s be read on %s', (...pair) => {
    expect(between(pair)).toBeGreaterThanOrEqual(TEXT);
  });

  it.each(EDGES)('let the edge %s be seen on %s', (...pair) => {
    expect(between(pair)).toBeGreaterThanOrEqual(EDGE);
  });

  it('are measured as WCAG measures them', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(all.size).toBeGreaterThan(10);
  });
});

describe('dark', () => {
  it('is the same when the device asks for it and when it is chosen', () => {
    const byDevice = css.split('@media (prefers-color-scheme: dark) {')[1]?.split('}')[0] ?? '';
    for (const [name, tone] of tones('dark')) expect(byDevice).toContain(`--${name}: ${tone};`);
  });
});

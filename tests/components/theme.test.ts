import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('components/theme.css', 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

function colours(block: string): Map<string, string> {
  return new Map([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Text on ground, as the styles pair them. */
const TEXT: readonly (readonly [string, string])[] = [
  ...['ground', 'raised', 'caution-soft', 'stop-soft', 'good-soft', 'accent-soft'].map((ground) => ['text', ground] as const),
  ...['ground', 'raised'].flatMap((ground) =>
    ['muted', 'accent', 'accent-strong', 'caution', 'stop'].map((text) => [text, ground] as const),
  ),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['accent', 'accent-soft'],
  ['caution', 'caution-soft'],
  ['stop', 'stop-soft'],
  ['good', 'good-soft'],
];

describe.each([
  ['light', colours(light)],
  ['dark', colours(dark)],
])('the %s theme', (_, theme) => {
  it.each(TEXT)('lets %s be read on %s (4.5 : 1)', (text, ground) => {
    expect(contrast(theme.get(text) ?? '', theme.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['ground', 'raised'])('shows the edge of controls on %s (3 : 1)', (ground) => {
    expect(contrast(theme.get('edge') ?? '', theme.get(ground) ?? '')).toBeGreaterThanOrEqual(3);
  });

  it('sets every colour of the other theme', () => {
    expect([...theme.keys()]).toEqual([...colours(light).keys()]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../src/wheel/drawing.js';
import { PALETTES } from '../../src/wheel/palette.js';
import { svgOf } from '../../src/wheel/svg.js';

const drawing: Drawing = {
  width: 100,
  height: 50,
  title: 'A & B',
  description: 'What <it> shows',
  shapes: [
    {
      kind: 'group',
      of: 'entry:"1"',
      shapes: [
        {
          kind: 'path',
          d: 'M 0 0 L 1 1',
          fill: null,
          stroke: { colour: 'ink', width: 1, dash: [2, 1] },
          opacity: 0,
        },
        {
          kind: 'text',
          text: "Æ 'ø' <å>",
          x: 1,
          y: 2,
          size: 10,
          weight: 'bold',
          colour: 'today',
          anchor: 'end',
          turn: 30,
          href: '/tasks/1?a=1&b=2',
        },
        {
          kind: 'arc-text',
          text: 'mai',
          cx: 50,
          cy: 25,
          radius: 20,
          angle: 180,
          facing: 'inward',
          size: 8,
          weight: 'regular',
          colour: 'muted',
        },
      ],
    },
  ],
};

describe('an SVG', () => {
  const svg = svgOf(drawing, PALETTES.light, 'w');

  it('is an image with a title and a description', () => {
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 100 50"[^>]* role="img" aria-labelledby="w-title w-desc"/,
    );
    expect(svg).toContain(
      '<title id="w-title">A &amp; B</title><desc id="w-desc">What &lt;it&gt; shows</desc>',
    );
  });

  it('escapes texts, addresses and names of groups', () => {
    expect(svg).toContain('<g data-of="entry:&quot;1&quot;">');
    expect(svg).toContain(
      '<a href="/tasks/1?a=1&amp;b=2"><text x="1" y="2" transform="rotate(30 1 2)" text-anchor="end"',
    );
    expect(svg).toContain('Æ &#39;ø&#39; &lt;å&gt;');
  });

  it('sets a text of the lower half along an arc that runs the other way', () => {
    const [, from, to] = /<path id="w-0" d="M ([\d.]+) [\d.]+ A 200 200 0 0 0 ([\d.]+) /.exec(svg) ?? [];
    expect(Number(from)).toBeLessThan(Number(to));
    expect(svg).toContain('<textPath href="#w-0" startOffset="50%">mai</textPath>');
  });

  it('takes its colours from the palette', () => {
    expect(svg).toContain(`fill="${PALETTES.light.today}"`);
    expect(svgOf(drawing, PALETTES.dark)).toContain(`fill="${PALETTES.dark.today}"`);
  });
});

import { describe, expect, it } from 'vitest';
import { concerning } from '../../src/framework/framework.js';
import { knowledge } from '../calendar/samples.js';

const { framework } = knowledge;

describe('everything that concerns NAV in Oppfølging Vg1', () => {
  const found = concerning(framework, { phase: 'oppfolging-vg1', partner: 'nav' });

  it('has the focus areas that name NAV', () => {
    expect(found.focusAreas.map(({ focusArea }) => focusArea.id)).toEqual([
      'fv1-kombinasjonstiltak',
      'fv1-skole-ot-nav',
    ]);
  });

  it('has the responsibilities towards NAV that serve that phase, of all three actors', () => {
    const ids = found.responsibilities.map(({ id }) => id);
    expect(ids).toContain('mt-skole-nav-veileder');
    expect(ids).toContain('ko-ot-avtaler');
    expect(ids).toContain('ko-eier-tilbudsstruktur');
    expect(ids).not.toContain('mt-eier-laereplasser');
  });

  it('has the county measures with NAV there', () => {
    const ids = found.countyMeasures.map(({ id }) => id);
    expect(ids).toContain('aa-kompetansemal-ot-nav');
    expect(ids).not.toContain('nt-ungdomsprosjektet');
  });

  it('has the national resources beside them', () => {
    expect(found.resources.map(({ id }) => id)).toContain('fv1-r-nav-veileder');
  });
});

describe('a concern', () => {
  it('that names nothing finds everything', () => {
    const found = concerning(framework, {});
    expect(found.focusAreas).toHaveLength(framework.focusAreas.size);
    expect(found.countyMeasures).toHaveLength(77);
  });

  it('by target group finds those the seed names', () => {
    const ids = concerning(framework, { targetGroup: 'minoritetssprakelige-kort-botid' }).focusAreas.map(
      ({ focusArea }) => focusArea.id,
    );
    expect(ids).toEqual(['ov1-minoritetsspraklige', 'fv1-minoritetsspraklige']);
  });
});

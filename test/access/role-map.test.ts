import { describe, expect, it } from 'vitest';
import { rolesOf } from '../../src/access/role-map.js';
import { readConfig } from '../../src/config.js';

describe('a rule that maps claims to roles', () => {
  const rule = { unit: '39-fjellet', role: 'reader' } as const;

  it.each([
    ['a text', { org: 'fjellet' }, 'org', 'fjellet'],
    ['one of a list', { groups: ['vika', 'fjellet'] }, 'groups', 'fjellet'],
    [
      'a field of each in a list, as Feide’s groups are',
      { groups: [{ id: 'fc:org:x' }, { id: 'fc:org:y' }] },
      'groups.id',
      'fc:org:y',
    ],
    [
      'a claim whose name is an address',
      { 'https://n.feide.no/claims/eduPersonPrincipalName': 'kari@fylke.no' },
      'https://n.feide.no/claims/eduPersonPrincipalName',
      'kari@fylke.no',
    ],
  ])('finds %s', (_what, claims, claim, value) => {
    expect(rolesOf(claims, [{ ...rule, claim, value, and: [] }])).toEqual([rule]);
    expect(rolesOf(claims, [{ ...rule, claim, value: `${value}x`, and: [] }])).toEqual([]);
  });

  it('tells a school’s staff from its pupils, who stand in the same group', () => {
    const school = { claim: 'groups.id', value: 'fc:org:fylke.example:unit:NO999999999' };
    const staff = { claim: 'groups.membership.affiliation', value: 'employee' };
    const groupsOf = (affiliation: string[]) => ({
      groups: [
        { id: 'fc:org:fylke.example', membership: { basic: 'member', affiliation } },
        { id: school.value, membership: { basic: 'member', primarySchool: true } },
      ],
    });
    const rules = [{ ...rule, ...school, and: [staff] }];
    expect(rolesOf(groupsOf(['member', 'employee', 'faculty']), rules)).toEqual([rule]);
    expect(rolesOf(groupsOf(['member', 'student']), rules)).toEqual([]);
  });

  it('gives nothing for a claim that is not there or is no text', () => {
    const claims = { groups: { fjellet: true }, nothing: null };
    for (const claim of ['groups', 'nothing', 'other', 'groups.fjellet.x'])
      expect(rolesOf(claims, [{ ...rule, claim, value: 'fjellet', and: [] }]), claim).toEqual([]);
  });
});

describe('the settings of the provider', () => {
  const settings = { OIDC_ISSUER: 'https://auth.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'secret' };

  it('are needed together', () => {
    expect(() => readConfig({ OIDC_ISSUER: settings.OIDC_ISSUER })).toThrow(
      'OIDC_CLIENT_ID is needed with OIDC_ISSUER',
    );
  });

  it.each([
    ['{', 'is not JSON'],
    ['[{"claim":"groups","value":"x","unit":"39"}]', 'at 0.role'],
    ['[{"claim":"groups","value":"x","unit":"39","role":"king"}]', 'at 0.role'],
    ['[{"claim":"groups","value":"x","unit":"39","role":"reader","extra":1}]', 'at 0'],
  ])('say what is wrong with the role map %s, and where', (OIDC_ROLE_MAP, message) => {
    expect(() => readConfig({ ...settings, OIDC_ROLE_MAP })).toThrow(message);
  });
});

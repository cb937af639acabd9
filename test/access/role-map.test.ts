import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Claims, rolesOf } from '../../src/access/roles/role-map.js';
import { readConfig } from '../../src/compose/config.js';

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

  it('asks one group for all that it says of groups: a pupil at one school who works at another stays a pupil', () => {
    const staffOf = (school: string) => ({
      ...rule,
      claim: 'groups.id',
      value: school,
      and: [{ claim: 'groups.membership.affiliation', value: 'employee' }],
    });
    const group = (id: string, affiliation: string[]) => ({ id, membership: { affiliation } });
    const claims = { groups: [group('a', ['member', 'student']), group('b', ['member', 'employee'])] };
    expect(rolesOf(claims, [staffOf('a')])).toEqual([]);
    expect(rolesOf(claims, [staffOf('b')])).toEqual([rule]);
    expect(rolesOf({ groups: claims.groups[1] }, [staffOf('b')])).toEqual([rule]);
    expect(rolesOf({ groups: [claims.groups] }, [staffOf('a')]), 'a list of lists').toEqual([]);
    expect(rolesOf({ groups: [claims.groups] }, [staffOf('b')]), 'a list of lists').toEqual([rule]);
  });

  it('takes what a school’s group does not say from its owner’s, and from no other owner’s', () => {
    const owner = (realm: string, affiliation: string[]) => ({
      id: `fc:org:${realm}`,
      membership: { affiliation },
    });
    const school = (realm: string, number: string) => ({
      id: `fc:org:${realm}:unit:NO${number}`,
      parent: `fc:org:${realm}`,
      membership: { basic: 'member', primarySchool: true },
    });
    const staffOf = ({ id }: { id: string }) => ({
      ...rule,
      claim: 'groups.id',
      value: id,
      and: [{ claim: 'groups.membership.affiliation', value: 'employee' }],
    });
    const [learnsAt, worksAt] = [school('fylke.no', '1'), school('kommune.no', '2')];
    const groups = [owner('fylke.no', ['student']), learnsAt, owner('kommune.no', ['employee']), worksAt];
    expect(rolesOf({ groups }, [staffOf(learnsAt)])).toEqual([]);
    expect(rolesOf({ groups }, [staffOf(worksAt)])).toEqual([rule]);
    expect(
      rolesOf(
        {
          groups: [
            { id: 'a', parent: 'b' },
            { ...owner('x', ['employee']), id: 'b' },
          ],
        },
        [staffOf({ id: 'a' })],
      ),
    ).toEqual([rule]);
    expect(
      rolesOf({ groups: [{ id: 'a' }, { ...owner('x', ['employee']), id: 'b' }] }, [staffOf({ id: 'a' })]),
    ).toEqual([]);
  });

  it('asks one entry of an inner list for all that it says of it', () => {
    const claims = {
      orgs: [
        {
          id: 'x',
          posts: [
            { at: 'a', as: 'teacher' },
            { at: 'b', as: 'head' },
          ],
        },
        { id: 'y', posts: [{ at: 'a', as: 'head' }] },
      ],
    };
    const head = (org: string, at: string) => ({
      ...rule,
      claim: 'orgs.posts.at',
      value: at,
      and: [
        { claim: 'orgs.posts.as', value: 'head' },
        { claim: 'orgs.id', value: org },
      ],
    });
    expect(rolesOf(claims, [head('x', 'a')])).toEqual([]);
    expect(rolesOf(claims, [head('x', 'b'), head('y', 'a')])).toEqual([rule, rule]);
  });

  it('takes other claims from the whole, and two values of one list within an entry', () => {
    const claims = {
      org: 'fylke',
      groups: [
        { id: 'a', as: ['member', 'employee'] },
        { id: 'b', as: ['guest'] },
      ],
    };
    const asking = (...and: { claim: string; value: string }[]) =>
      rolesOf(claims, [{ ...rule, claim: 'groups.id', value: 'a', and }]).length;
    const as = (value: string) => ({ claim: 'groups.as', value });
    expect(asking({ claim: 'org', value: 'fylke' }, as('employee'))).toBe(1);
    expect(asking({ claim: 'org', value: 'other' }, as('employee'))).toBe(0);
    expect(asking(as('member'), as('employee'))).toBe(1);
    expect(asking(as('member'), as('guest'))).toBe(0);
  });

  it('can ask for two groups, as it could before', () => {
    const both = { ...rule, claim: 'groups.id', value: 'a', and: [{ claim: 'groups.id', value: 'b' }] };
    expect(rolesOf({ groups: [{ id: 'a' }, { id: 'b' }] }, [both])).toEqual([rule]);
    expect(rolesOf({ groups: [{ id: 'a' }, { id: 'c' }] }, [both])).toEqual([]);
  });

  it('gives what a search through every choice of one entry of each list gives', () => {
    const leaf = fc.constantFrom('1', '2');
    const inner = fc.record({ x: leaf, y: leaf }, { requiredKeys: [] });
    const entry = fc.record(
      { p: leaf, q: leaf, in: fc.oneof(inner, fc.array(inner, { maxLength: 3 })) },
      { requiredKeys: [] },
    );
    const claimsOf = fc.record({ o: leaf, l: fc.oneof(entry, fc.array(entry, { maxLength: 3 })) });
    const conditions = fc.uniqueArray(
      fc.record({
        claim: fc.constantFrom('o', 'l.p', 'l.q', 'l.in.x', 'l.in.y', 'l.none'),
        value: leaf,
      }),
      { selector: ({ claim }) => claim, minLength: 1 },
    );
    fc.assert(
      fc.property(claimsOf, conditions, (claims, [first, ...and]) => {
        if (!first) return;
        const expected = choicesOf(claims).some((choice) =>
          [first, ...and].every(({ claim, value }) => found(choice, claim.split('.')) === value),
        );
        expect(rolesOf(claims as Claims, [{ ...rule, ...first, and }]).length === 1).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives nothing for a claim that is not there or is no text', () => {
    const claims = { groups: { fjellet: true }, nothing: null };
    for (const claim of ['groups', 'nothing', 'other', 'groups.fjellet.x'])
      expect(rolesOf(claims, [{ ...rule, claim, value: 'fjellet', and: [] }]), claim).toEqual([]);
  });
});

/** Every way to take one entry of each list in a value. */
function choicesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.length === 0 ? [undefined] : value.flatMap(choicesOf);
  if (typeof value !== 'object' || value === null) return [value];
  return Object.entries(value).reduce<Record<string, unknown>[]>(
    (made, [key, each]) => made.flatMap((so) => choicesOf(each).map((choice) => ({ ...so, [key]: choice }))),
    [{}],
  );
}

/** What lies at the end of a path, in a value without lists. */
function found(value: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  return typeof value === 'object' && value !== null
    ? found(Object.entries(value).find(([name]) => name === key)?.[1], rest)
    : undefined;
}

describe('the settings of the provider', () => {
  const settings = { OIDC_ISSUER: 'https://auth.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'secret' };

  it('are needed together', () => {
    expect(() => readConfig({ OIDC_ISSUER: settings.OIDC_ISSUER })).toThrow(
      'OIDC_CLIENT_ID is required with OIDC_ISSUER',
    );
  });

  it.each([
    ['{', 'is not JSON'],
    ['[{"claim":"groups","value":"x","unit":"39"}]', 'at 0.role'],
    ['[{"claim":"groups","value":"x","unit":"39","role":"king"}]', 'at 0.role'],
    ['[{"claim":"groups","value":"x","unit":"39","role":"reader","extra":1}]', 'at 0'],
    [
      '[{"claim":"groups","value":"x","unit":"39 Horten","role":"reader"}]',
      'at 0.unit: should be the id of a unit',
    ],
    ['[{"claim":"groups","value":"x","unit":"39-horten","role":"county-coordinator"}]', 'at 0.role: may be'],
    ['[{"claim":"groups","value":"x","unit":"39","role":"unit-coordinator"}]', 'at 0.role: may be'],
    ['{"claim":"groups"}', 'should be a list of rules'],
  ])('say what is wrong with the role map %s, and where', (OIDC_ROLE_MAP, message) => {
    expect(() => readConfig({ ...settings, OIDC_ROLE_MAP })).toThrow(message);
  });
});

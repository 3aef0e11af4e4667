import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MANAGED_KEYS, readManaged } from '../../../lib/policy/managed.ts';

const VALUES = {
  policyJson: '{}',
  auditEndpoint: 'https://audit.example/v1/logs',
  auditToken: 'not-a-secret',
  userId: 'ana@example.com',
  groups: 'Legal; Sales ;',
  consent: 'granted',
  failMode: 'open',
  minPolicyVersion: 4,
};
const SETTINGS = { ...VALUES, groups: ['Legal', 'Sales'] };

describe('readManaged', () => {
  it('reads every key', () => {
    expect(readManaged(VALUES)).toEqual({ settings: SETTINGS, problems: [] });
    expect(Object.keys(VALUES)).toEqual(MANAGED_KEYS.map((key) => key.key));
  });

  it('reads the form of Google Admin', () => {
    const wrapped = Object.fromEntries(Object.entries(VALUES).map(([key, Value]) => [key, { Value }]));
    expect(readManaged(wrapped)).toEqual({ settings: SETTINGS, problems: [] });
  });

  it('takes what Firefox may hand over: lists, an unquoted policy', () => {
    expect(readManaged({ groups: ['Legal', ' Sales'], policyJson: { schema: 1 }, minPolicyVersion: '7' })).toEqual({
      settings: { groups: ['Legal', 'Sales'], policyJson: '{"schema":1}', minPolicyVersion: 7 },
      problems: [],
    });
  });

  it('takes an empty value as left out', () => {
    expect(readManaged({ userId: '', auditEndpoint: '', groups: null })).toEqual({ settings: {}, problems: [] });
  });

  it.each([
    ['policyJson', 4, 'Write a text in double quotes.'],
    ['policyJson', [], 'Write a text in double quotes.'],
    ['auditEndpoint', 'audit.example', 'Write an address that begins with https://.'],
    ['auditEndpoint', 'http://audit.example/', '(http:// only for localhost, 127.0.0.1 and [::1])'],
    ['auditEndpoint', 'http://localhost.example/', '(http:// only for localhost, 127.0.0.1 and [::1])'],
    ['auditEndpoint', 'ftp://audit.example/', 'https://'],
    ['auditEndpoint', 'https://ana:secret@audit.example/', 'Write the token to auditToken.'],
    ['auditEndpoint', { url: 'https://audit.example/' }, 'https://'],
    ['auditToken', 'two words', 'a token without spaces'],
    ['userId', 'ana\u0000', 'control characters'],
    ['groups', 'Legal\u0007', 'Write the names only.'],
    ['minPolicyVersion', 2 ** 31, 'to 2147483647'],
    ['auditToken', 4, 'Write a text in double quotes.'],
    ['userId', ['ana'], 'Write a text in double quotes.'],
    ['userId', 'x'.repeat(201), 'At most 200 characters.'],
    ['groups', 4, 'separated by semicolons'],
    ['groups', ['Legal', 4], 'separated by semicolons'],
    ['consent', 'grant', 'Write one of: granted, notice, required.'],
    ['consent', true, 'Write one of: granted, notice, required.'],
    ['failMode', 'closd', 'Did you mean "closed"?'],
    ['minPolicyVersion', 5.5, 'Write a whole number'],
    ['minPolicyVersion', -1, 'Write a whole number'],
    ['minPolicyVersion', 'five', 'Write a whole number'],
    ['minPolicyVersion', true, 'Write a whole number'],
    ['auditEndpiont', 'https://audit.example/', 'Did you mean "auditEndpoint"?'],
    ['__proto__', 4, 'Delete it'],
  ])('reports a wrong %s (%j) and keeps the others', (key, value, cure) => {
    const { settings, problems } = readManaged(Object.fromEntries([...Object.entries({ userId: 'bo', groups: 'Sales' }), [key, value]]));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.path).toBe(key);
    expect(problems[0]?.cure).toContain(cure);
    expect(settings).toEqual({
      ...(key === 'userId' ? {} : { userId: 'bo' }),
      ...(key === 'groups' ? {} : { groups: ['Sales'] }),
    });
  });

  it.each(['http://localhost:4318/v1/logs', 'http://127.0.0.1:4318/', 'http://[::1]:4318/'])(
    'lets %s stay on this machine',
    (auditEndpoint) => {
      expect(readManaged({ auditEndpoint })).toEqual({ settings: { auditEndpoint }, problems: [] });
    },
  );

  it('never throws; every value is read, empty or reported', () => {
    const key = fc.constantFrom(...MANAGED_KEYS.map((each) => each.key), 'other');
    fc.assert(
      fc.property(fc.dictionary(key, fc.jsonValue()), (values) => {
        const { settings, problems } = readManaged(values);
        for (const [name, value] of Object.entries(values)) {
          if (value === null || value === '') continue;
          expect(name in settings || problems.some((problem) => problem.path === name) || JSON.stringify(value).includes('Value')).toBe(
            true,
          );
        }
      }),
    );
  });
});

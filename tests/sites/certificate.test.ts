import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { expect, it } from 'vitest';
import { selfSigned } from './certificate.ts';

it('makes certificates of every length that can be used', () => {
  // 48 bytes fill a line of the text form.
  for (let length = 1; length <= 60; length++) {
    const host = `${'x'.repeat(length)}.example`;
    const { key, cert } = selfSigned([host]);
    expect(() => createSecureContext({ key, cert })).not.toThrow();
    expect(new X509Certificate(cert).checkHost(host)).toBe(host);
  }
});

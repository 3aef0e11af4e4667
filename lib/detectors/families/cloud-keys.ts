import type { Span } from '../../scan/finding.ts';
import type { Family } from '../family.ts';
import { isKnownExample } from '../known-examples.ts';
import { isHandMade, isPlaceholder } from '../placeholder.ts';

/** Amazon's own documentation keys begin so or end in EXAMPLE; they are shown, but no rule should act on them. */
function validateId(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  if (value.endsWith('EXAMPLE') || value.startsWith('IOSFODNN7', 4)) return 0.3;
  return isHandMade(value) ? null : 0.9;
}

function validateGoogle(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  return isHandMade(value) || isKnownExample(value) ? null : 0.85;
}

/** Forty characters of base64 that are neither a hash nor a word: all three kinds of characters must occur. */
function validateSecret(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  if (value.endsWith('EXAMPLEKEY')) return 0.3;
  if (!/[a-z]/.test(value) || !/[A-Z]/.test(value) || !/\d/.test(value) || isPlaceholder(value)) return null;
  return 0.85;
}

export default {
  id: 'cloud-keys',
  title: 'Keys of cloud platforms',
  entities: [
    { entity: 'AWS_ACCESS_KEY', categories: ['secrets'] },
    { entity: 'AWS_SECRET_KEY', categories: ['secrets'] },
    { entity: 'GOOGLE_API_KEY', categories: ['secrets'], ambient: true },
  ],
  detectors: [
    {
      kind: 'anchored',
      id: 'aws-access-key-id',
      entity: 'AWS_ACCESS_KEY',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids',
      distinctive: true,
      holdsRun: true,
      anchors: { literals: ['AKIA', 'ASIA', 'ABIA', 'ACCA', 'A3T'] },
      pattern: /(?<![A-Za-z0-9+])(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}(?![A-Za-z0-9+])/y,
      confidence: 0.9,
      validate: validateId,
    },
    {
      kind: 'anchored',
      id: 'aws-secret-key-named',
      entity: 'AWS_SECRET_KEY',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
      anchors: {
        literals: [
          'secret_access_key',
          'secretaccesskey',
          'secret access key',
          'secret-access-key',
          'aws_secret_key',
          'aws_secret',
          'aws secret',
          'secretkey',
          'secret_key',
          'secret key',
        ],
      },
      pattern:
        /[a-z_ -]{6,20}[\\"'`\]]{0,4}[ \t]{0,8}(?:=>|:=|=|:|,|\bis\b)?[ \t]{0,8}[\\"'`]{0,4}(?<value>[a-z0-9/+]{40})(?![a-z0-9/+=])/diy,
      confidence: 0.85,
      validate: validateSecret,
    },
    {
      kind: 'anchored',
      id: 'aws-secret-key-beside-id',
      entity: 'AWS_SECRET_KEY',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
      holdsRun: true,
      anchors: { literals: ['AKIA', 'ASIA'] },
      pattern: /A[KS]IA[A-Z0-9]{16}["'`]{0,2}[\s,;:|/]{1,8}(?:[\w ]{0,24}[=:] ?)?["'`]{0,2}(?<value>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/dy,
      confidence: 0.85,
      validate: validateSecret,
    },
    {
      kind: 'anchored',
      id: 'google-api-key',
      entity: 'GOOGLE_API_KEY',
      source: 'https://cloud.google.com/docs/authentication/api-keys',
      distinctive: true,
      holdsRun: true,
      anchors: { literals: ['AIza'] },
      pattern: /(?<![\w-])AIza[\w-]{35}(?![\w-])/y,
      confidence: 0.85,
      validate: validateGoogle,
    },
    {
      kind: 'anchored',
      id: 'google-client-secret',
      entity: 'GOOGLE_API_KEY',
      source: 'https://developers.google.com/identity/protocols/oauth2/web-server',
      distinctive: true,
      holdsRun: true,
      anchors: { literals: ['GOCSPX-'] },
      pattern: /(?<![\w-])GOCSPX-[\w-]{28}(?![\w-])/y,
      confidence: 0.9,
    },
    {
      kind: 'anchored',
      id: 'google-access-token',
      entity: 'GOOGLE_API_KEY',
      source: 'https://cloud.google.com/docs/authentication/token-types#access',
      distinctive: true,
      holdsRun: true,
      anchors: { literals: ['ya29.'] },
      pattern: /(?<![\w-])ya29\.[\w-]{40,1024}(?![\w-])/y,
      confidence: 0.9,
      validate: validateGoogle,
    },
  ],
} satisfies Family;

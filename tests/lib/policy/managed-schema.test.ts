import { describe, expect, it } from 'vitest';
import { MANAGED_KEYS } from '../../../lib/policy/managed.ts';
import { managedSchema } from '../../../lib/policy/managed-schema.ts';

const TYPES = ['object', 'array', 'string', 'integer', 'number', 'boolean'];

/**
 * What Chromium would refuse or silently ignore in a managed schema, found by walking it with the list of keywords that are known to
 * work. A schema that Chromium refuses keeps the whole extension from loading.
 */
function faults(schema: unknown, path: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [`${path}: not an object`];
  const { type, properties, items, minimum, maximum, title, description, enum: choices, ...others } = schema as Record<string, unknown>;
  const found = Object.keys(others).map((key) => `${path}: keyword ${key}`);
  if (!TYPES.includes(String(type)) || typeof type !== 'string') found.push(`${path}: type`);
  if ((minimum !== undefined || maximum !== undefined) && type !== 'integer') found.push(`${path}: bounds on ${String(type)}`);
  if (choices !== undefined && !Array.isArray(choices)) found.push(`${path}: enum`);
  for (const text of [title, description]) if (text !== undefined && typeof text !== 'string') found.push(`${path}: words`);
  if (type === 'array') found.push(...faults(items, `${path}[]`));
  if (properties !== undefined) {
    for (const [key, inner] of Object.entries(properties as object)) found.push(...faults(inner, `${path}.${key}`));
  }
  return found;
}

describe('managedSchema', () => {
  it('uses only what Chromium loads', () => {
    expect(faults(managedSchema(), '')).toEqual([]);
  });

  it.each([
    { type: 'object', additionalProperties: false },
    { type: 'object', properties: { a: { type: ['string', 'null'] } } },
    { type: 'object', properties: { a: { enum: ['x'] } } },
    { type: 'object', properties: { a: {} } },
    { type: 'object', properties: { a: { type: 'array' } } },
    { type: 'object', properties: { a: { type: 'number', minimum: 0 } } },
    { type: 'object', properties: { a: { type: 'null' } } },
    { type: 'object', properties: { a: { oneOf: [] } } },
    { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' },
  ])('and the walk would notice %j', (schema) => {
    expect(faults(schema, '')).not.toEqual([]);
  });

  it('is flat, has every key, and narrows no value: one that does not fit is dropped by the browser without a word', () => {
    const { properties } = managedSchema() as { properties: Record<string, Record<string, unknown>> };
    expect(Object.keys(properties)).toEqual(MANAGED_KEYS.map((key) => key.key));
    for (const property of Object.values(properties)) expect(Object.keys(property).sort()).toEqual(['description', 'title', 'type']);
  });
});

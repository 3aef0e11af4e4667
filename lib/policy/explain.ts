import type * as z from 'zod/mini';
import * as core from 'zod/v4/core';
import { nearest } from './nearest.ts';
import type { PolicyProblem } from './problem.ts';
import { BOUNDS, policySchema } from './schema.ts';

type Issue = core.$ZodIssue;
type Path = readonly PropertyKey[];

/**
 * Reads a value by a schema. Keys that the schema does not know are reported, left out and otherwise ignored: leaving out a
 * restriction that is not understood makes a rule apply more often, never less. Everything else that does not fit is an error.
 *
 * @param base path of the value in the policy text
 */
export function readBy<S extends z.ZodMiniType>(
  schema: S,
  value: unknown,
  base: Path,
): { readonly value: z.output<S> | undefined; readonly problems: readonly PolicyProblem[] } {
  const problems: PolicyProblem[] = [];
  for (;;) {
    const reading = schema.safeParse(value, { reportInput: true });
    if (reading.success) return { value: reading.data, problems };
    const unknown = reading.error.issues.filter((issue) => issue.code === 'unrecognized_keys');
    if (unknown.length === 0) {
      return { value: undefined, problems: [...problems, ...reading.error.issues.map((issue) => explain(issue, base))] };
    }
    for (const issue of unknown) {
      for (const key of issue.keys) {
        if (problems.length < BOUNDS.problemsOfOne) problems.push(unknownKey([...base, ...issue.path, key]));
        const holder = issue.path.reduce<unknown>((at, step) => Reflect.get(Object(at), step), value);
        Reflect.deleteProperty(Object(holder), key);
      }
    }
  }
}

/** Writes a path as people know it: `rules[2].detect[0].entity`. */
export function writePath(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}

/** The name that was probably meant, as a sentence; empty when none is near. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const near = nearest(
    name,
    [...known].filter((each) => each !== name),
  );
  return near === undefined ? '' : `Did you mean "${near}"?`;
}

function unknownKey(path: Path): PolicyProblem {
  const key = String(path.at(-1));
  return {
    path: writePath(path),
    message: `The key "${key}" is not known and is ignored`,
    cure: didYouMean(key, KEYS) || 'Delete it, or update Tacit if it is new.',
  };
}

const WRITE: Record<string, string> = {
  string: 'Write a text in double quotes.',
  number: 'Write a number, without quotes.',
  int: 'Write a whole number, without quotes.',
  boolean: 'Write true or false, without quotes.',
  array: 'Write a list in square brackets: [ … ].',
  object: 'Write an object in braces: { … }.',
  record: 'Write an object in braces: { … }.',
};

const KIND: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
};

function explain(issue: Issue, base: Path): PolicyProblem {
  const path = writePath([...base, ...issue.path]);
  switch (issue.code) {
    case 'invalid_type': {
      const must = KIND[issue.expected] ?? 'an object';
      const cure = WRITE[issue.expected] ?? 'See the policy reference.';
      return {
        path,
        message:
          issue.input === undefined
            ? 'Is missing'
            : `Must be ${must}, but is ${issue.expected === 'int' ? 'another number' : kindOf(issue.input)}`,
        cure,
      };
    }
    case 'invalid_value': {
      const values = issue.values.map(String);
      const near = typeof issue.input === 'string' ? didYouMean(issue.input, values) : '';
      const message = issue.input === undefined ? 'Is missing' : `${shown(issue.input)} is not possible`;
      return { path, message, cure: `${near} Write ${issue.values.map((each) => JSON.stringify(each)).join(' or ')}.`.trim() };
    }
    case 'too_big':
      return { path, message: `Is too ${size(issue.origin)}`, cure: `At most ${issue.maximum}${unit(issue.origin)}.` };
    case 'too_small':
      return {
        path,
        message: issue.minimum === 1 && issue.origin !== 'number' ? 'Is empty' : 'Is too small',
        cure: empty(issue.origin, issue.minimum),
      };
    case 'invalid_key':
      return { path, message: `The name "${String(issue.path.at(-1))}" is not possible`, cure: issue.issues[0]?.message ?? '' };
    default:
      // The schema's own words are the cure.
      return { path, message: issue.input === undefined ? 'Is missing' : `${shown(issue.input)} does not fit`, cure: issue.message };
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return { string: 'a text', number: 'a number', boolean: 'true or false' }[typeof value as string] ?? 'an object';
}

function shown(value: unknown): string {
  if (typeof value !== 'string') return `What stands here (${kindOf(value)})`;
  return `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
}

const size = (origin: string) => (origin === 'number' || origin === 'int' ? 'large' : 'long');
const unit = (origin: string) => (origin === 'string' ? ' characters' : origin === 'array' ? ' items' : '');
const empty = (origin: string, minimum: number | bigint) =>
  origin === 'array'
    ? 'Write at least one item; where the key is optional you may leave it out.'
    : origin === 'string'
      ? 'Write something.'
      : `At least ${minimum}.`;

/** Every key that the format has, for hints. */
const KEYS: ReadonlySet<string> = new Set(keysOf(policySchema));

function keysOf(schema: core.$ZodType): string[] {
  if (schema instanceof core.$ZodObject) return Object.entries(schema._zod.def.shape).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
  if (schema instanceof core.$ZodArray) return keysOf(schema._zod.def.element);
  if (schema instanceof core.$ZodRecord) return keysOf(schema._zod.def.valueType);
  if (schema instanceof core.$ZodOptional || schema instanceof core.$ZodDefault || schema instanceof core.$ZodPrefault)
    return keysOf(schema._zod.def.innerType);
  return [];
}

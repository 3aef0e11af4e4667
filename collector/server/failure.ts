import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Body of every answer that is not a success. */
export interface Failure {
  readonly code: string;
  readonly cause: string;
  readonly cure: string;
}

export function fail(context: Context, status: ContentfulStatusCode, code: string, cause: string, cure: string): Response {
  return context.json({ code, cause, cure } satisfies Failure, status);
}

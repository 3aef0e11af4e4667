import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { Hono } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const NOT_BUILT =
  '<!doctype html><meta charset="utf-8"><title>Tacit</title><p>The console is not built. Start the collector with <code>npm run collector</code>.';

/**
 * Serves the built console. Its few files are read once, so that no request ever names a path on disk.
 * @param folder where the console was built to
 */
export function pageRoutes(folder: string): Hono {
  const app = new Hono();
  const files = new Map<string, { readonly body: Buffer<ArrayBuffer>; readonly type: string }>();
  if (existsSync(folder)) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const type = TYPES[extname(entry.name)];
      if (entry.isFile() && type !== undefined)
        files.set(`/${relative(folder, path).split(sep).join('/')}`, { body: Buffer.from(readFileSync(path)), type });
    }
  }
  app.get('*', async (context, next) => {
    const path = context.req.path === '/' ? '/index.html' : context.req.path;
    const file = files.get(path);
    if (file === undefined) return path === '/index.html' ? context.html(NOT_BUILT, 503) : next();
    // Names of assets hold a hash of their content.
    const cache = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    return context.body(file.body, 200, { 'Content-Type': file.type, 'Cache-Control': cache });
  });
  return app;
}

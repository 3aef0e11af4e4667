import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createSecureServer } from 'node:http2';
import type { AddressInfo, Server } from 'node:net';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import { WebSocketServer } from 'ws';
import { buildSites } from './build.ts';
import { selfSigned } from './certificate.ts';
import { type Arrival, openRecorder, type Recorder } from './recorder.ts';
import type { PracticeSite } from './site.ts';
import { PRACTICE_HOSTS, PRACTICE_SITES } from './sites.ts';

/** The practice chat sites, served on this computer under their real names. */
export interface PracticeServer {
  readonly recorder: Recorder;
  /** Port of HTTPS and secure sockets, for all host names. */
  readonly securePort: number;
  /** Address of the generic chat page over plain HTTP, without a slash at the end. */
  readonly plainOrigin: string;
  /** Chromium flags that lead the real host names here, and nowhere else. */
  readonly browserArguments: readonly string[];
  close(): Promise<void>;
}

function siteFor(hostname: string): PracticeSite | undefined {
  return PRACTICE_SITES.find((site) =>
    site.hosts.some((host) => host === hostname || (host.startsWith('*.') && hostname.endsWith(host.slice(1)))),
  );
}

function headersOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}

function addressOf(request: IncomingMessage, secure: boolean, scheme: 'http' | 'ws'): URL {
  const host = request.headers[':authority'] ?? request.headers.host ?? '127.0.0.1';
  return new URL(request.url ?? '/', `${scheme}${secure ? 's' : ''}://${String(host)}`);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const TYPES: Record<string, string> = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' };

/**
 * Starts the practice server on free ports of 127.0.0.1: one HTTPS and WSS port that plays every chat site by its Host header (HTTP/2 and
 * HTTP/1.1), and one plain HTTP port for the generic site. It keeps everything it receives.
 */
export async function startPracticeServer(options: { securePort?: number; plainPort?: number } = {}): Promise<PracticeServer> {
  const folder = await buildSites();
  const recorder = openRecorder();
  const certificate = selfSigned([...PRACTICE_HOSTS, 'localhost']);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 * 1024 });

  async function serveAsset(name: string, response: ServerResponse): Promise<void> {
    const type = TYPES[name.split('.').at(-1) ?? ''];
    const bytes = type && !name.includes('..') ? await readFile(`${folder}/${name}`).catch(() => null) : null;
    response.writeHead(bytes ? 200 : 404, { 'content-type': type ?? 'text/plain', 'cache-control': 'no-store' });
    response.end(bytes ?? undefined);
  }

  async function serve(request: IncomingMessage, response: ServerResponse, secure: boolean): Promise<void> {
    const url = addressOf(request, secure, 'http');
    const method = request.method ?? 'GET';
    if (method === 'GET' && url.pathname.startsWith('/practice/')) return serveAsset(url.pathname.slice('/practice/'.length), response);
    const body = await readBody(request);
    const arrival: Omit<Arrival, 'at'> = { kind: 'request', method, url, headers: headersOf(request), body };
    recorder.add(arrival);
    if (method === 'OPTIONS') {
      response.writeHead(204, {
        'access-control-allow-origin': '*',
        'access-control-allow-methods': '*',
        'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '*',
      });
      response.end();
      return;
    }
    if (siteFor(url.hostname)?.answer({ ...arrival, at: 0 }, response)) return;
    // The browser asks for it by itself, when it finds the time, and complains where there is none.
    if (url.pathname === '/favicon.ico') {
      response.writeHead(204);
      response.end();
      return;
    }
    response.writeHead(404, { 'content-type': 'text/plain', 'access-control-allow-origin': '*' });
    response.end('Nothing here.');
  }

  function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer, secure: boolean): void {
    const url = addressOf(request, secure, 'ws');
    const headers = headersOf(request);
    recorder.add({ kind: 'upgrade', method: 'GET', url, headers, body: Buffer.alloc(0) });
    const site = siteFor(url.hostname);
    sockets.handleUpgrade(request, stream, head, (socket) => {
      socket.on('message', (data, binary) => {
        const body = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer);
        recorder.add({ kind: 'frame', method: binary ? 'BINARY' : 'TEXT', url, headers: {}, body });
        try {
          site?.frame?.({ url, send: (frame) => socket.send(frame) }, body);
        } catch (error) {
          console.warn(`practice ${site?.id}: frame not understood`, error);
        }
      });
      socket.on('close', (_, reason) => {
        if (reason.length > 0) recorder.add({ kind: 'frame', method: 'CLOSE', url, headers: {}, body: reason });
      });
      socket.on('error', () => socket.terminate());
    });
  }

  function attach(server: Server, secure: boolean): void {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      serve(request, response, secure).catch((error: unknown) => {
        // A page that navigates away cuts its request short.
        if (!response.headersSent) response.writeHead(500);
        response.end(error instanceof Error ? error.message : '');
      });
    });
    server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => upgrade(request, stream, head, secure));
  }

  async function listen(server: Server, port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    return (server.address() as AddressInfo).port;
  }

  const open = new Set<Duplex>();
  const secureServer = createSecureServer({ key: certificate.key, cert: certificate.cert, allowHTTP1: true });
  const plainServer = createServer();
  attach(secureServer, true);
  attach(plainServer, false);
  secureServer.on('secureConnection', ({ servername }: TLSSocket) => {
    // The names of all other hosts are fixed, and tell nothing.
    if (!servername || PRACTICE_HOSTS.includes(servername)) return;
    recorder.add({ kind: 'connection', method: 'CONNECT', url: new URL(`https://${servername}/`), headers: {}, body: Buffer.alloc(0) });
  });
  for (const server of [secureServer, plainServer] as Server[]) {
    server.on(server === secureServer ? 'secureConnection' : 'connection', (stream: Duplex) => {
      open.add(stream);
      stream.on('close', () => open.delete(stream));
      stream.on('error', () => stream.destroy());
    });
  }
  const securePort = await listen(secureServer, options.securePort ?? 0);
  const plainPort = await listen(plainServer, options.plainPort ?? 0);
  const rules = [
    ...PRACTICE_HOSTS.map((host) => `MAP ${host}:443 127.0.0.1:${securePort}`),
    'MAP * ~NOTFOUND',
    'EXCLUDE 127.0.0.1',
    'EXCLUDE localhost',
  ];

  return {
    recorder,
    securePort,
    plainOrigin: `http://127.0.0.1:${plainPort}`,
    browserArguments: [`--host-resolver-rules=${rules.join(', ')}`, `--ignore-certificate-errors-spki-list=${certificate.spki}`],
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      for (const stream of open) stream.destroy();
      await Promise.all([secureServer, plainServer].map((server) => new Promise((resolve) => (server as Server).close(resolve))));
    },
  };
}

import type { Body, Channel, Draft } from '../capture/draft.ts';
import type { Reading } from '../capture/read-draft.ts';
import { inflate } from '../capture/wire/inflate.ts';
import type { Presentation, Resolution, Trouble } from '../messages/presentation.ts';
import type { AheadAnswer, SendAnswer } from '../messages/protocol.ts';
import { type Action, isSilent, stricter } from '../policy/action.ts';
import { allowances } from '../policy/allowances.ts';
import type { JudgedFinding } from '../policy/verdict.ts';
import type { Refusal } from '../sites/site.ts';
import { type Crossing, cut, type Judgement, type JudgeResult, judge, minded, type Origin, redactedTexts, rewriteProved } from './judge.ts';
import type { Memory } from './memory.ts';
import type { Posture } from './posture.ts';
import { noticeOf, presentationOf, presentedFinding, questionAbout, UNREADABLE } from './question.ts';
import { countFindings, type EventBody, verdictEvent } from './record.ts';
import type { Shards } from './shards.ts';
import { withoutTyped, withoutUnfinished } from './unfinished.ts';

/** A draft from one frame of one tab. */
export interface Request {
  readonly draft: Draft;
  readonly origin: Origin;
  readonly tab: number;
}

export interface CheckDeps {
  /** The policy in force; rejects or never resolves while there is none, and then nothing is answered but "closed". */
  readonly posture: () => Promise<Posture>;
  readonly memory: Memory;
  /** Keyed hash of a value, hex; the key lives as long as the browser's session. */
  readonly hash: (text: string) => Promise<string>;
  readonly newId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Takes an event and returns its id. */
  readonly record: (event: EventBody) => string;
  /** Values that may not leave in an address of this host's pages, and values that may again. */
  readonly seal: (host: string, values: readonly string[]) => void;
  readonly unseal: (host: string, values: readonly string[]) => void;
  readonly shards: Shards;
  /** What a request that leaves a page was read as. */
  readonly saw: (request: Request, reading: Reading) => void;
  /** This draft leaves with this body, as far as the gate is concerned. */
  readonly cleared: (draft: Draft, body: Body) => void;
  /** Shows a question in the tab; false when no guide is there to show it. */
  readonly present: (tab: number, presentation: Presentation) => boolean;
}

export interface Checker {
  /** Judges text that is still being written. Nobody is asked, nothing is reported. Null while there is no policy. */
  ahead(request: Request): Promise<AheadAnswer | null>;
  /** Judges a draft that is leaving; `reply` is called once, or with `wait` first and then once more. */
  send(request: Request, reply: (answer: SendAnswer) => void): Promise<void>;
  /** The person has answered. */
  resolve(resolution: Resolution): Promise<void>;
  /** The tab was closed: its questions end refused, its decisions are forgotten. */
  forget(tab: number): Promise<void>;
}

/** A question that somebody is reading. */
interface Asked {
  readonly request: Request;
  readonly judgement: Judgement;
  readonly posture: Posture;
  readonly findings: readonly JudgedFinding[];
  readonly keys: readonly string[];
  readonly approved: ReadonlySet<string>;
  readonly may: Presentation['may'];
  readonly about: string;
  readonly reply: (answer: SendAnswer) => void;
}

export function createChecker(deps: CheckDeps): Checker {
  const asked = new Map<string, Asked>();
  /** Values whose early departure (draft, telemetry) was reported already; keystrokes would repeat it. */
  const reported = new Set<string>();

  async function weigh({ tab, origin }: Request, judgement: Judgement, posture: Posture) {
    const findings: JudgedFinding[] = [];
    const keys: string[] = [];
    const approved = new Set<string>();
    let undecided = false;
    for (const finding of minded(judgement.verdict)) {
      const value = entityAndValue(judgement.reading, finding);
      const key = await deps.hash(value);
      const decision = await deps.memory.decision(tab, origin.pageHost, key);
      if (decision === 'send') approved.add(value);
      else {
        findings.push(finding);
        keys.push(key);
        undecided ||= decision === undefined;
      }
    }
    // What apps send of their own accord stands in their addresses, too.
    const held = findings.filter((finding) => !posture.ambient(finding.entity));
    if (held.length > 0) deps.seal(origin.pageHost, valuesOf(judgement.reading, held));
    const action = findings.reduce<Action>((strictest, finding) => stricter(strictest, finding.action), 'allow');
    return { findings, keys, approved, undecided, action };
  }

  function rewrite(
    request: Request,
    posture: Posture,
    reading: Reading,
    findings: readonly JudgedFinding[],
    approved: ReadonlySet<string>,
  ) {
    return write(request, posture, reading, redactedTexts(reading, findings), approved);
  }

  function write(request: Request, posture: Posture, reading: Reading, texts: readonly string[], approved: ReadonlySet<string>) {
    const keep = (finding: JudgedFinding, value: string): boolean => approved.has(`${finding.entity}\n${value}`);
    return rewriteProved(request.draft, request.origin, posture, reading, texts, keep);
  }

  async function conversation(reading: Reading): Promise<string> {
    return reading.conversation ? (await deps.hash(`conversation\n${reading.conversation}`)).slice(0, 16) : '';
  }

  async function recordVerdict(
    request: Request,
    judgement: Judgement,
    outcome: 'released' | 'rewritten' | 'refused' | 'held',
    started: number,
  ): Promise<string> {
    const hashed = await conversation(judgement.reading);
    return deps.record(verdictEvent(request.draft, request.origin, judgement, hashed, outcome, deps.now() - started));
  }

  /** Something leaves that nobody has sent: it is cleaned or refused without a question. */
  async function early(
    request: Request,
    judgement: Judgement,
    posture: Posture,
    weighed: Awaited<ReturnType<typeof weigh>>,
    started: number,
    reply: (answer: SendAnswer) => void,
  ): Promise<void> {
    const { reading } = judgement;
    const typing = typingIn(request, reading, posture);
    const drop = reading.kind === 'draft' && posture.policy.sites.drafts === 'drop';
    const texts = redactedTexts(reading, weighed.findings).map((text, index) => {
      if (typing && inBody(reading.parts[index]?.path)) return withoutTyped(text, typing);
      if (reading.kind !== 'draft' || reading.parts[index]?.role !== 'prompt') return text;
      return drop ? '' : withoutUnfinished(text);
    });
    if (texts.every((text, index) => text === reading.parts[index]?.text)) {
      reply({ kind: 'release' });
      return;
    }
    // What has an answer of its own, or no known place for the text, need not be sent at all.
    const whole = drop && (reading.refusal.status < 300 || reading.shape !== 'known');
    const body = whole ? null : write(request, posture, reading, texts, weighed.approved);
    // A page that only saves what is typed is not to fail over a word that is not a value yet.
    if (typing && !body && weighed.findings.length === 0) {
      reply({ kind: 'release' });
      return;
    }
    const fresh = weighed.keys.filter((key) => !reported.has(`${request.tab} ${key}`));
    const notice = fresh.length > 0 && reading.kind === 'other' ? noticeOf(body ? 'redacted' : 'refused', weighed.findings) : null;
    reply(body ? { kind: 'rewrite', body, notice } : { kind: 'refuse', refusal: reading.refusal, trouble: null, notice });
    if (fresh.length === 0) return;
    for (const key of fresh) reported.add(`${request.tab} ${key}`);
    await recordVerdict(request, judgement, body ? 'rewritten' : 'refused', started);
  }

  async function ask(
    request: Request,
    judgement: Judgement,
    posture: Posture,
    weighed: Awaited<ReturnType<typeof weigh>>,
    started: number,
    reply: (answer: SendAnswer) => void,
  ): Promise<void> {
    const { reading, verdict } = judgement;
    const rewritable = rewrite(request, posture, reading, weighed.findings, weighed.approved) !== null;
    const allowed = allowances(posture.policy, verdict);
    const may = { ...allowed, redacted: allowed.redacted && rewritable };
    const composer = request.draft.channel === 'composer';
    const question = questionAbout(judgement, weighed.findings, weighed.action, composer, may);
    const presentation = presentationOf(question, deps.newId(), request.origin, posture);
    const final = !may.send && !may.redacted && !composer;
    reply(final ? refused(reading.refusal, null) : { kind: 'wait' });
    const about = await recordVerdict(request, judgement, final ? 'refused' : 'held', started);
    asked.set(presentation.askId, {
      request,
      judgement,
      posture,
      findings: weighed.findings,
      keys: weighed.keys,
      approved: weighed.approved,
      may,
      about,
      reply: final ? () => undefined : reply,
    });
    if (!deps.present(request.tab, presentation)) {
      asked.delete(presentation.askId);
      if (!final) reply(refused(reading.refusal, 'closed'));
    }
  }

  function unreadable(
    request: Request,
    posture: Posture,
    kind: Reading['kind'],
    refusal: Refusal,
    reply: (answer: SendAnswer) => void,
  ): void {
    const action = posture.policy.defaults.unreadable;
    // Nobody can be asked about what nobody has sent: uploads and telemetry pass a warning, and are reported.
    const passes = isSilent(action) || (kind !== 'prompt' && (action === 'warn' || action === 'justify'));
    reply(passes ? { kind: 'release' } : refused(refusal, 'unreadable'));
    if (action === 'allow') return;
    deps.record({
      kind: 'degraded',
      site: request.origin.site.id,
      host: request.origin.pageHost,
      channel: request.draft.channel,
      account: request.origin.account,
      direction: 'prompt',
      action,
      outcome: passes ? 'released' : 'refused',
      detail: 'unreadable',
    });
    if (passes || kind !== 'prompt') return;
    deps.present(request.tab, presentationOf(UNREADABLE, deps.newId(), request.origin, posture));
  }

  return {
    async ahead(request) {
      const posture = await deps.posture();
      const judged = await judgeFully(request, posture);
      if (!judged.ok) return { kind: 'ahead', action: posture.policy.defaults.unreadable, findings: [] };
      const { findings, action } = await weigh(request, judged.judgement, posture);
      return { kind: 'ahead', action, findings: findings.map(presentedFinding) };
    },

    async send(request, answer) {
      const { draft } = request;
      // What reads clean in the network, too, needs no word from here; forms, beacons and empty bodies are not shown there as they were judged.
      let plain = false;
      const reply = (last: SendAnswer): void => {
        if (!plain && last.kind === 'release') deps.cleared(draft, draft.body);
        if (!plain && last.kind === 'rewrite') deps.cleared(draft, last.body);
        answer(last);
      };
      const started = deps.now();
      const posture = await deps.posture();
      const where = whereOf(request);
      const written = draft.channel === 'composer';
      const crossing: Crossing = (parts, scan) => deps.shards.crossing(where, parts, scan);
      const judged = await judgeFully(request, posture, written ? undefined : crossing);
      if (!judged.ok) {
        unreadable(request, posture, judged.kind, judged.refusal, reply);
        return;
      }
      const { judgement } = judged;
      const { reading, verdict } = judgement;
      if (!written) deps.saw(request, reading);
      if (reading.kind === 'draft' && posture.policy.sites.drafts === 'allow') {
        reply({ kind: 'release' });
        return;
      }
      plain =
        minded(verdict).length === 0 &&
        draft.body.kind === 'text' &&
        draft.body.text !== '' &&
        draft.channel !== 'form' &&
        draft.channel !== 'beacon';
      // A draft is sent again with every key that is pressed: it continues nothing.
      const whole = reading.kind !== 'draft' && !written;
      if (whole && minded(verdict).length === 0) deps.shards.sent(where, reading.parts);
      const weighed = await weigh(request, judgement, posture);

      // Where every rule only watches, nothing is held, and so nothing that is still being typed either.
      const strict = posture.policy.sites.drafts === 'drop' || posture.policy.rules.some((rule) => rule.enabled && !isSilent(rule.action));
      const typed = strict && typingIn(request, reading, posture) !== '';
      if (reading.kind === 'draft' ? strict : reading.kind === 'other' && (weighed.findings.length > 0 || typed)) {
        await early(request, judgement, posture, weighed, started, reply);
        return;
      }
      if (weighed.findings.length === 0) {
        reply({ kind: 'release' });
        const worth = verdict.action === 'monitor' || (posture.policy.report.usage && verdict.action === 'allow');
        if (worth && reading.kind === 'prompt' && request.draft.channel !== 'composer')
          await recordVerdict(request, judgement, 'released', started);
        return;
      }
      const wire = request.draft.channel !== 'composer';
      if (wire && (weighed.action === 'redact' || !weighed.undecided)) {
        const body = rewrite(request, posture, reading, weighed.findings, weighed.approved);
        if (body) {
          reply({ kind: 'rewrite', body, notice: weighed.undecided ? noticeOf('redacted', weighed.findings) : null });
          if (!weighed.undecided) return;
          await deps.memory.decide(request.tab, request.origin.pageHost, weighed.keys, 'redacted');
          await recordVerdict(request, judgement, 'rewritten', started);
          return;
        }
      }
      await ask(request, judgement, posture, weighed, started, reply);
    },

    async resolve({ askId, choice, falseAlarms }) {
      const question = asked.get(askId);
      if (!question) return;
      asked.delete(askId);
      const { request, judgement, posture, findings, keys, approved, may, about, reply } = question;
      const { tab, origin } = request;
      const { action } = judgement.verdict;
      const common = {
        site: origin.site.id,
        host: origin.pageHost,
        channel: request.draft.channel,
        account: origin.account,
        direction: 'prompt',
        action,
        about,
      } as const;
      const counts = countFindings(findings);
      const rules = judgement.verdict.rules.map((rule) => rule.id);

      const reasoned = choice.kind === 'reason' && may.send && choice.reason.trim().length >= may.minReason;
      const body = choice.kind === 'redacted' && may.redacted ? rewrite(request, posture, judgement.reading, findings, approved) : null;
      if (reasoned || (choice.kind === 'send' && may.send && !may.reason)) {
        await deps.memory.decide(tab, origin.pageHost, keys, 'send');
        deps.unseal(origin.pageHost, valuesOf(judgement.reading, findings));
        reply({ kind: 'release' });
        deps.record({
          ...common,
          kind: 'choice',
          choice: choice.kind,
          outcome: 'released',
          rules,
          findings: counts,
          ...(choice.kind === 'reason' ? { reason: choice.reason.trim().slice(0, 1000) } : {}),
        });
      } else if (body) {
        await deps.memory.decide(tab, origin.pageHost, keys, 'redacted');
        reply({ kind: 'rewrite', body, notice: null });
        deps.record({ ...common, kind: 'choice', choice: 'redacted', outcome: 'rewritten', rules, findings: counts });
      } else {
        reply(refused(judgement.reading.refusal, null));
        deps.record({ ...common, kind: 'choice', choice: 'edit', outcome: 'refused', rules, findings: counts });
      }
      if (!may.falseAlarm) return;
      for (const alarm of falseAlarms.slice(0, 100)) {
        const reportedFindings = findings.filter((finding) => finding.entity === alarm.entity);
        if (reportedFindings.length === 0) continue;
        deps.record({
          ...common,
          kind: 'false-alarm',
          rules: alarm.rules.filter((id) => rules.includes(id)),
          findings: countFindings(reportedFindings),
        });
      }
    },

    async forget(tab) {
      for (const [id, question] of asked) {
        if (question.request.tab !== tab) continue;
        asked.delete(id);
        question.reply(refused(question.judgement.reading.refusal, null));
      }
      deps.shards.forget(`${tab} `);
      for (const key of reported) if (key.startsWith(`${tab} `)) reported.delete(key);
      await deps.memory.forget(tab);
    },
  };
}

/** Judges, also what is compressed; and once more when a detector's library had to be loaded for this text. */
async function judgeFully(request: Request, posture: Posture, crossing?: Crossing): Promise<JudgeResult> {
  const result = await judgeInflated(request, posture, crossing);
  if (!posture.incomplete()) return result;
  await posture.complete();
  return judgeInflated(request, posture, crossing);
}

/** What is found in a compressed body cannot be written back; where nothing is found, the bytes are read as they are. */
async function judgeInflated({ draft, origin }: Request, posture: Posture, crossing?: Crossing): Promise<JudgeResult> {
  const inflated = await inflate(draft.body);
  const plain = judge(draft, origin, posture, crossing);
  if (inflated.kind === 'plain' || !plain.ok) return plain;
  const { kind, refusal } = plain.judgement.reading;
  if (inflated.kind === 'unreadable') return origin.site.reads && kind === 'other' ? plain : { ok: false, kind, refusal };
  const inner = judge({ ...draft, contentType: '', body: inflated.body }, origin, posture, crossing);
  if (!inner.ok) return inner;
  if (minded(inner.judgement.verdict).length === 0) return plain;
  return { ok: true, judgement: { ...inner.judgement, reading: { ...inner.judgement.reading, rewrite: () => null } } };
}

/** Channels by which pages save what is being typed. */
const SAVING: readonly Channel[] = ['fetch', 'xhr', 'websocket', 'beacon'];

/** The end of what is typed while a request leaves that no entry knows, so that it may be a draft of it; empty when it is none. */
function typingIn({ draft }: Request, reading: Reading, posture: Posture): string {
  const may = reading.kind === 'other' && posture.policy.sites.drafts !== 'allow' && SAVING.includes(draft.channel);
  return may ? (draft.typing ?? '') : '';
}

/** False for what stands in the address or in a header, where nothing can be cut. */
function inBody(path = '?'): boolean {
  return path === '' || path.startsWith('/');
}

/** A tab's conversations on one host. */
function whereOf({ tab, origin }: Request): string {
  return `${tab} ${origin.pageHost}`;
}

function valuesOf(reading: Reading, findings: readonly JudgedFinding[]): readonly string[] {
  return findings.map((finding) => cut(reading, finding));
}

function entityAndValue(reading: Reading, finding: JudgedFinding): string {
  return `${finding.entity}\n${cut(reading, finding)}`;
}

function refused(refusal: Refusal, trouble: Trouble | null): SendAnswer {
  return { kind: 'refuse', refusal, trouble, notice: null };
}

import type { ComposerData } from '../../sites/site.ts';
import { type Ahead, CLEAN, createAhead, type Opinion } from './ahead.ts';
import { controlAt, controlOf, type Field, fieldAt, fieldIn, fieldOf, isStop, isTextControl } from './field.ts';
import { read } from './read.ts';
import { enterAgain, pressAgain } from './replay.ts';
import { isEnter, isImeKey, isSendKey } from './send-key.ts';
import { write } from './write.ts';

/** What is to be done with a text that was about to be sent. */
export type Outcome = { readonly kind: 'release' } | { readonly kind: 'rewrite'; readonly text: string } | { readonly kind: 'refuse' };

export interface GuardOptions {
  readonly data: ComposerData;
  /** Judges text that is still being written; null when nobody answers. */
  readonly ahead: (text: string) => Promise<Opinion | null>;
  /** Judges text that is leaving, and asks the person where the policy says so. */
  readonly send: (text: string) => Promise<Outcome>;
  /** A composer was seen for the first time. */
  readonly onField: (field: Field) => void;
  /** Somebody writes in a composer, or no longer does. */
  readonly onWriting: (now: boolean) => void;
  /** What is now thought of a composer's text. */
  readonly onOpinion: (field: Field, opinion: Opinion) => void;
  /** The composer did not take this text; the person may copy it instead. */
  readonly onNotWritten: (field: Field, text: string) => void;
}

export interface Guard {
  /** From now on people write here. */
  writeIn(next: ComposerData): void;
  /**
   * The end of what somebody is typing at this moment; undefined when nobody is. Enter and a press end it until the next key: what
   * leaves from then on may have been sent.
   */
  typing(): string | undefined;
}

interface Composer {
  readonly field: Field;
  readonly ahead: Ahead;
  /** The text that was seen last. */
  text: string;
  /** A send is held until there is an answer. */
  held: boolean;
}

/** Pasted or dropped text from this size on may become an attachment that the composer does not show. UTF-16 code units. */
const LARGE = 2_000;
/** Of what is being typed, this much of the end is told. UTF-16 code units. */
const END = 4_096;
/** Time in which a page shows what was pasted, ms. */
const SHOWN = 400;

function stop(event: Event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/**
 * Watches the composers of a page: checks their text while it is written, and holds a send whose text is not known to be
 * clean. Its listeners must be added before the page's own. It is courtesy: where it is unsure it lets the event pass,
 * because the gate judges the bytes.
 *
 */
export function guardComposers(options: GuardOptions): Guard {
  let { data } = options;
  const composers = new WeakMap<Field, Composer>();
  let last: Field | null = null;
  let composing = false;
  let typing = false;
  /** Our own event is on its way through the page. */
  let replaying = false;
  let pressHeld = false;
  const keysHeld = new Set<string>();

  const attend = (field: Field): Composer => {
    last = field;
    const seen = composers.get(field);
    if (seen) return seen;
    const composer: Composer = {
      field,
      text: '',
      held: false,
      ahead: createAhead(options.ahead, (_, opinion) => options.onOpinion(field, composer.text.trim() === '' ? CLEAN : opinion)),
    };
    composers.set(field, composer);
    // Rich editors often change their text without an `input` event.
    if (!isTextControl(field))
      new MutationObserver(() => look(composer, false)).observe(field, { childList: true, characterData: true, subtree: true });
    options.onField(field);
    look(composer, true);
    return composer;
  };

  /** Half-composed text is nobody's yet. */
  const look = (composer: Composer, atOnce: boolean) => {
    if (composing) return;
    const { text } = read(composer.field);
    if (text === composer.text) return;
    composer.text = text;
    composer.ahead.changed(text, atOnce);
  };

  const isKnownClean = (composer: Composer) => composer.ahead.known(read(composer.field).text)?.clean === true;

  const replay = (again: () => void) => {
    replaying = true;
    again();
    replaying = false;
  };

  const judge = async (composer: Composer, text: string): Promise<Outcome> => {
    const opinion = await composer.ahead.about(text);
    if (!opinion || opinion.clean) return { kind: 'release' };
    const outcome = await options.send(text);
    if (outcome.kind === 'release') composer.ahead.clear(text);
    return outcome;
  };

  /** Holds a send until it is judged; `again` does it again. */
  const hold = async (composer: Composer, again: () => void): Promise<void> => {
    const { field } = composer;
    composer.held = true;
    const { text } = read(field);
    const outcome = await judge(composer, text);
    const changed = read(field).text !== text;
    if (!field.isConnected) composer.held = false;
    else if (outcome.kind === 'refuse') field.focus();
    else if (changed && outcome.kind === 'release') return hold(composer, again);
    else if (outcome.kind === 'release') replay(again);
    else if (!changed && (await write(field, outcome.text)) && (await isCleanNow(composer))) replay(again);
    else options.onNotWritten(field, outcome.text);
    composer.held = false;
  };

  const isCleanNow = async ({ ahead, field }: Composer) => (await ahead.about(read(field).text))?.clean !== false;

  const onKeyDown = (event: KeyboardEvent) => {
    keysHeld.delete(event.code);
    const field = fieldAt(event, data);
    typing = !!field && !isEnter(event);
    if (field) {
      const composer = attend(field);
      if (!isSendKey(event, data.key ?? 'enter')) return;
      holdKey(event, composer, () => {
        const control = controlOf(field, data);
        if (control) pressAgain(control);
        else enterAgain(field, event);
      });
    } else if ((isEnter(event) || event.key === ' ') && !isImeKey(event)) {
      const control = controlAt(event, data);
      const near = control && fieldOf(control, data, last);
      if (near) holdKey(event, attend(near), () => pressAgain(control));
    }
  };

  const holdKey = (event: KeyboardEvent, composer: Composer, again: () => void) => {
    if (!composer.held && isKnownClean(composer)) return;
    stop(event);
    keysHeld.add(event.code);
    if (!composer.held) void hold(composer, again);
  };

  const onKeyUp = (event: KeyboardEvent) => {
    if (keysHeld.delete(event.code)) stop(event);
  };

  const onPress = (event: MouseEvent) => {
    if (event.type === 'pointerdown') pressHeld = typing = false;
    if (event.button !== 0) return;
    const control = controlAt(event, data);
    const field = control && fieldOf(control, data, last);
    if (!field) return;
    const composer = attend(field);
    if (!composer.held && !pressHeld && isKnownClean(composer)) return;
    stop(event);
    pressHeld = event.type !== 'click';
    if (event.type === 'click' && !composer.held) void hold(composer, () => pressAgain(control));
  };

  const onSubmit = (event: SubmitEvent) => {
    const form = event.composedPath()[0];
    const { submitter } = event;
    if (!(form instanceof HTMLFormElement) || (submitter && isStop(submitter, data))) return;
    const field = fieldIn(form, data, last);
    if (!field) return;
    const composer = attend(field);
    if (!composer.held && isKnownClean(composer)) return;
    stop(event);
    if (!composer.held) void hold(composer, () => form.requestSubmit(submitter?.isConnected ? submitter : null));
  };

  const onTransfer = (event: ClipboardEvent | DragEvent) => {
    const field = fieldAt(event, data);
    if (!field) return;
    const composer = attend(field);
    const text = (event instanceof DragEvent ? event.dataTransfer : event.clipboardData)?.getData('text/plain') ?? '';
    setTimeout(() => look(composer, true));
    if (text.length < LARGE) return;
    void options.ahead(text).then((opinion) => {
      setTimeout(() => {
        if (opinion && !opinion.clean && read(field).text.length < text.length / 2) options.onOpinion(field, opinion);
      }, SHOWN);
    });
  };

  const onInput = (event: Event) => {
    const field = fieldAt(event, data);
    if (field) look(attend(field), false);
  };

  const onComposition = (event: CompositionEvent) => {
    composing = event.type === 'compositionstart';
    const field = fieldAt(event, data);
    // The editor takes the composed text over after this event.
    if (field && !composing) setTimeout(() => look(attend(field), false));
  };

  const onFocus = (event: FocusEvent) => {
    const field = fieldAt(event, data);
    if (!field) return;
    if (event.type === 'focusin') attend(field);
    options.onWriting(event.type === 'focusin');
  };

  const listen = <Name extends keyof WindowEventMap>(listener: (event: WindowEventMap[Name]) => void, ...names: Name[]) => {
    for (const name of names) window.addEventListener(name, (event) => replaying || listener(event), { capture: true });
  };

  listen(onKeyDown, 'keydown');
  listen(onKeyUp, 'keyup');
  listen(onPress, 'pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click');
  listen(onSubmit, 'submit');
  listen(onTransfer, 'paste', 'drop');
  listen(onInput, 'input');
  listen(onComposition, 'compositionstart', 'compositionend');
  listen(onFocus, 'focusin', 'focusout');
  return {
    writeIn: (next) => {
      data = next;
    },
    typing: () => (typing && last ? read(last).text.slice(-END) : undefined),
  };
}

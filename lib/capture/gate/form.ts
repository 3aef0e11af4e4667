import type { Ask } from './ask.ts';
import * as native from './pristine.ts';
import { serialise, toBytes } from './wire-body.ts';

/** How a form would have been sent. */
interface Submission {
  readonly action: string;
  readonly method: string;
  readonly enctype: string;
  readonly target: string;
  readonly data: FormData;
}

/**
 * Holds native form submissions: `submit()`, `requestSubmit()`, and those that a person starts. After the verdict a fresh
 * form is submitted that holds exactly the judged entries, so that nothing which changed meanwhile can slip in.
 */
export function guardForms(ask: Ask): void {
  const fresh = new WeakMap<HTMLFormElement, true>();
  const form = HTMLFormElement.prototype;
  const attribute = native.uncurry(Element.prototype.getAttribute);
  const formAction = native.cleanGetter(form, 'action');
  const formMethod = native.cleanGetter(form, 'method');
  const formEnctype = native.cleanGetter(form, 'enctype');
  const formTarget = native.cleanGetter(form, 'target');
  const nativeSubmit = native.uncurry(form.submit);
  const createElement = native.uncurry(Document.prototype.createElement) as (document: Document, name: string) => HTMLElement;
  const setAttribute = native.uncurry(Element.prototype.setAttribute);
  const append = native.uncurry(Node.prototype.appendChild) as (parent: Node, child: Node) => Node;
  const removeChild = native.uncurry(Node.prototype.removeChild) as (parent: Node, child: Node) => Node;
  const root = native.cleanGetter(Document.prototype, 'documentElement');
  const eachEntry = native.uncurry(FormData.prototype.forEach);
  const addFile = native.uncurry(DataTransferItemList.prototype.add) as (items: DataTransferItemList, file: File) => unknown;
  const transferItems = native.cleanGetter(DataTransfer.prototype, 'items');
  const transferFiles = native.cleanGetter(DataTransfer.prototype, 'files');
  const setFiles = native.uncurry(native.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'files')?.set ?? (() => undefined)) as (
    input: HTMLInputElement,
    files: FileList,
  ) => void;

  function read(element: HTMLFormElement, submitter: HTMLElement | null): Submission | undefined {
    const own = (name: string): string | null => (submitter ? attribute(submitter, name) : null);
    const method = native.toLowerCase(own('formmethod') ?? formMethod(element));
    if (method === 'dialog') return undefined;
    const action = own('formaction');
    return {
      method,
      action: action === null ? formAction(element) : native.urlText(new native.NativeURL(action, native.baseUri(native.page))),
      enctype: own('formenctype') ?? formEnctype(element),
      target: own('formtarget') ?? formTarget(element),
      data: submitter ? new native.NativeFormData(element, submitter) : new native.NativeFormData(element),
    };
  }

  function submitFresh(submission: Submission, data: FormData): void {
    const element = createElement(native.page, 'form') as HTMLFormElement;
    native.weakSet(fresh, element, true);
    setAttribute(element, 'hidden', '');
    setAttribute(element, 'action', submission.action);
    setAttribute(element, 'method', submission.method);
    setAttribute(element, 'enctype', submission.enctype);
    setAttribute(element, 'target', submission.target);
    eachEntry(data, (value, name) => {
      const input = createElement(native.page, 'input') as HTMLInputElement;
      setAttribute(input, 'name', name);
      if (typeof value === 'string') {
        setAttribute(input, 'type', 'hidden');
        setAttribute(input, 'value', value);
      } else {
        setAttribute(input, 'type', 'file');
        const transfer = new native.NativeDataTransfer();
        addFile(transferItems(transfer), value);
        setFiles(input, transferFiles(transfer));
      }
      append(element, input);
    });
    const parent = root(native.page);
    append(parent, element);
    nativeSubmit(element);
    removeChild(parent, element);
  }

  function hold(submission: Submission): void {
    serialise(
      submission.data,
      ({ body, contentType }) => {
        const method = native.toUpperCase(submission.method);
        ask({ channel: 'form', method, url: submission.action, contentType, body }, (outcome) => {
          if (outcome.kind === 'refuse') return;
          const judged = new native.NativeResponse(
            toBytes(outcome.kind === 'release' ? body : outcome.body),
            native.bare({ headers: native.bare({ 'content-type': contentType }) }),
          );
          native.whenSettled(
            native.responseForm(judged),
            (data) => submitFresh(submission, data),
            () => undefined,
          );
        });
      },
      () => undefined,
    );
  }

  native.wrap('HTMLFormElement.', 'submit', (target, self, args) => {
    const submission = read(self as HTMLFormElement, null);
    if (!submission) return native.apply(target, self, args as never[]);
    hold(submission);
    return undefined;
  });

  /** Takes the native submission away, and sends it after the page has had its say; `preventDefault` reads as the page set it. */
  function onSubmit(event: SubmitEvent): void {
    const element = native.eventTarget(event);
    if (!event.isTrusted || !native.hasSlot(formMethod, element)) return;
    let prevented = false;
    native.preventDefault(event);
    native.defineProperty(event, 'preventDefault', native.bare({ value: () => (prevented = true), configurable: true }));
    native.defineProperty(event, 'defaultPrevented', native.bare({ get: () => prevented, configurable: true }));
    native.defineProperty(
      event,
      'returnValue',
      native.bare({
        get: () => !prevented,
        set: (value: unknown) => {
          if (value === false) prevented = true;
        },
        configurable: true,
      }),
    );
    const submitter = native.submitter(event);
    native.later(() => {
      if (prevented) return;
      const submission = read(element as HTMLFormElement, submitter);
      if (submission) hold(submission);
    }, 0);
  }

  /** Nobody adds entries to a form that was judged. */
  function onFormData(event: Event): void {
    const element = native.eventTarget(event);
    if (element && native.weakGet(fresh, element as HTMLFormElement)) native.stopImmediatePropagation(event);
  }

  function watch(target: EventTarget): void {
    native.addEventListener(target, 'submit', onSubmit, true);
    native.addEventListener(target, 'formdata', onFormData, true);
  }

  watch(native.realm);
  // Submissions inside a shadow tree do not reach the window.
  native.wrap('Element.', 'attachShadow', (target, self, args) => {
    const shadow = native.apply(target, self, args as never[]) as ShadowRoot;
    watch(shadow);
    return shadow;
  });
}

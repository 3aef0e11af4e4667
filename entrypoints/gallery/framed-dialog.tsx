import { useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import dialogCss from '../../components/dialog/dialog.css?inline';
import { Dialog } from '../../components/dialog/dialog.tsx';
import type { OverrideGuard } from '../../components/dialog/override-guard.ts';
import themeCss from '../../components/theme.css?inline';
import type { Presentation } from '../../lib/messages/presentation.ts';
import type { Words } from '../../lib/words/en.ts';

/** Believes every press: nothing is sent from a gallery. */
const believing: OverrideGuard = {
  trusts: () => true,
  watch: () => ({ judge: () => 'early', stop: () => undefined }),
  alone: () => true,
};

export interface FramedDialogProps {
  readonly presentation: Presentation;
  readonly position: number;
  readonly total: number;
  readonly words: Words;
}

/** The dialog in a shadow root with the styles that it has in a page, but in the flow. */
export function FramedDialog(props: FramedDialogProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [root, setRoot] = useState<ShadowRoot | null>(null);
  useLayoutEffect(() => {
    if (frame.current === null) return;
    const shadow = frame.current.shadowRoot ?? frame.current.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${themeCss}\n${dialogCss}`);
    shadow.adoptedStyleSheets = [sheet];
    setRoot(shadow);
  }, []);
  return (
    <div ref={frame}>
      {root !== null &&
        createPortal(<Dialog {...props} inline guard={believing} onResolve={() => undefined} onCopy={async () => true} />, root)}
    </div>
  );
}

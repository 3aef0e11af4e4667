/** One question and its answer, as shown. */
export interface Turn {
  readonly id: string;
  text: string;
  answer: string;
}

/** Where an answer goes while it streams. */
export interface AnswerView {
  append(text: string): void;
  done(): void;
  /** The site's own words for a failure; offers to try again. */
  fail(message: string): void;
}

/** What differs from site to site in the thread's markup and wording. */
export interface ThreadStyle {
  readonly root: HTMLElement;
  /** Puts the site's own attributes on a bubble. */
  mark(bubble: HTMLElement, who: 'user' | 'assistant', turn: Turn): void;
  readonly editLabel?: string;
  readonly saveLabel?: string;
  /** Class of the save button; sites often give it no readable label. */
  readonly saveClass?: string;
  readonly retryLabel?: string;
  onEdit?(turn: Turn): void;
  onRetry?(turn: Turn): void;
}

function button(label: string, className: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.ariaLabel = label;
  made.textContent = label;
  made.addEventListener('click', onClick);
  return made;
}

/** Shows questions and answers, with an edit box and a retry control where the site has them. */
export function openThread(style: ThreadStyle): {
  turns: Turn[];
  ask(text: string): { turn: Turn; view: AnswerView };
  again(turn: Turn): AnswerView;
} {
  const turns: Turn[] = [];
  const bubbles = new Map<string, { question: HTMLElement; answer: HTMLElement }>();

  function showQuestion(turn: Turn, bubble: HTMLElement) {
    const text = document.createElement('div');
    text.className = 'text';
    text.textContent = turn.text;
    const tools = document.createElement('div');
    tools.className = 'tools';
    if (style.onEdit) tools.append(button(style.editLabel ?? 'Edit message', 'edit', () => showEditBox(turn, bubble)));
    bubble.replaceChildren(text, tools);
  }

  function showEditBox(turn: Turn, bubble: HTMLElement) {
    const box = document.createElement('textarea');
    box.value = turn.text;
    const save = button(style.saveLabel ?? 'Send', style.saveClass ?? 'save', () => {
      turn.text = box.value;
      showQuestion(turn, bubble);
      style.onEdit?.(turn);
    });
    const cancel = button('Cancel', 'cancel', () => showQuestion(turn, bubble));
    const tools = document.createElement('div');
    tools.className = 'tools';
    tools.append(cancel, save);
    bubble.replaceChildren(box, tools);
    box.focus();
  }

  function openAnswer(turn: Turn): AnswerView {
    const bubble = bubbles.get(turn.id)?.answer;
    if (!bubble) throw new Error('unknown turn');
    turn.answer = '';
    const text = document.createElement('div');
    bubble.classList.remove('failed', 'done');
    bubble.replaceChildren(text);
    const finish = (state: string) => {
      bubble.classList.add(state);
      const tools = document.createElement('div');
      tools.className = 'tools';
      if (style.onRetry) tools.append(button(style.retryLabel ?? 'Try again', 'retry', () => style.onRetry?.(turn)));
      bubble.append(tools);
    };
    return {
      append(piece) {
        turn.answer += piece;
        text.textContent = turn.answer;
      },
      done: () => finish('done'),
      fail(message) {
        text.textContent = message;
        finish('failed');
      },
    };
  }

  return {
    turns,
    ask(text) {
      const turn: Turn = { id: crypto.randomUUID(), text, answer: '' };
      turns.push(turn);
      const question = document.createElement('div');
      question.className = 'turn user';
      const answer = document.createElement('div');
      answer.className = 'turn assistant';
      style.mark(question, 'user', turn);
      style.mark(answer, 'assistant', turn);
      bubbles.set(turn.id, { question, answer });
      showQuestion(turn, question);
      style.root.append(question, answer);
      return { turn, view: openAnswer(turn) };
    },
    again: openAnswer,
  };
}

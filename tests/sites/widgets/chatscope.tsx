import { ChatContainer, MainContainer, Message, MessageInput, MessageList } from '@chatscope/chat-ui-kit-react';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { element } from '../page/element.ts';
import { readEvents } from '../page/events.ts';

interface Said {
  readonly who: 'user' | 'assistant';
  readonly text: string;
  readonly done: boolean;
}

/** A chat put together from the kit's parts; only the request is ours. */
function Chat() {
  const [said, setSaid] = useState<readonly Said[]>([]);
  useEffect(() => {
    document.documentElement.dataset.ready = 'true';
  }, []);

  async function ask(text: string): Promise<void> {
    const before = [...said, { who: 'user', text, done: true } as const];
    let answer = '';
    const show = (done: boolean) => setSaid([...before, { who: 'assistant', text: answer, done }]);
    show(false);
    try {
      const response = await fetch('/api/chat', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ messages: before.map((one) => ({ role: one.who, content: one.text })) }),
      });
      if (!response.ok) throw new Error(`status ${response.status}`);
      for await (const data of readEvents(response)) {
        answer += (JSON.parse(data) as { text: string }).text;
        show(false);
      }
    } catch {
      answer = 'Failed.';
    }
    show(true);
  }

  return (
    <MainContainer style={{ height: 420 }}>
      <ChatContainer>
        <MessageList>
          {said.map(({ who, text, done }, index) => (
            <Message
              // The thread only grows at its end.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={index}
              className={`${who}${done ? ' done' : ''}`}
              model={{ message: text, direction: who === 'user' ? 'outgoing' : 'incoming', position: 'single', sender: who }}
            />
          ))}
        </MessageList>
        <MessageInput placeholder="Type here" attachButton={false} onSend={(_html, text) => void ask(text)} />
      </ChatContainer>
    </MainContainer>
  );
}

createRoot(element('.widget')).render(<Chat />);

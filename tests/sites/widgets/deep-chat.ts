import type { DeepChat } from 'deep-chat';
import 'deep-chat';
import { element } from '../page/element.ts';

// The widget as its maker ships it: it sends, streams and keeps the thread by itself, inside an open shadow root.
const chat = document.createElement('deep-chat') as DeepChat;
chat.connect = { url: '/api/chat', method: 'POST', stream: true };
chat.style.cssText = 'width: 100%; height: 420px';
chat.onComponentRender = () => {
  document.documentElement.dataset.ready = 'true';
};
element('.widget').append(chat);

/** The only way to the browser's extension API, so that nothing else in the project depends on it. */
export { browser } from 'wxt/browser';

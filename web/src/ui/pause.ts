/**
 * Lets come first what else waits: a frame, a press. Work that is done in one piece is felt as a
 * stop. Not a timer: those of a page that nobody looks at wait for a second.
 */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

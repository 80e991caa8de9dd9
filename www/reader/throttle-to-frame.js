/**
 * Work that many events ask for, done once in the next frame: a page can scroll many times in one.
 *
 * @param {() => void} work
 * @returns {() => void} what asks for it
 */
export function onceAFrame(work) {
  let isPlanned = false;
  return () => {
    if (isPlanned) return;
    isPlanned = true;
    requestAnimationFrame(() => {
      isPlanned = false;
      work();
    });
  };
}

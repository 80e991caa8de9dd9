/**
 * Throttles a function to one call per animation frame: events such as `scroll` can fire more often.
 *
 * @param {() => void} run
 * @returns {() => void}
 */
export function throttleToFrame(run) {
  let isScheduled = false;
  return () => {
    if (isScheduled) return;
    isScheduled = true;
    requestAnimationFrame(() => {
      isScheduled = false;
      run();
    });
  };
}

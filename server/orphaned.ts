/**
 * Calls back when the npm that started this process is gone: npm passes a signal on to its shell only, and a shell
 * ends without a word to us. Started otherwise (`nohup node …`), a parent may leave as it likes.
 */
export function whenOrphaned(then: () => void): void {
  const parent = process.ppid;
  if (!['start', 'dev'].includes(process.env['npm_lifecycle_event'] ?? '')) return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    then();
  }, 200);
  watch.unref();
}

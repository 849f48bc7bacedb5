/** How Chromium, Firefox and Safari say that a part of the app could not be fetched. */
const NOT_FETCHED = /dynamically imported module|importing a module script failed/i;

/** Whether this is no fault of anything but the way to the server: what is wanted did not come. */
export function isNotFetched(cause: unknown): boolean {
  return cause instanceof TypeError && NOT_FETCHED.test(cause.message);
}

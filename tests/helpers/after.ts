/** What the running test leaves to tidy. */
const ends: (() => unknown)[] = [];

/** Does something when the test that runs now has ended, the newest first. */
export const afterTest = (end: () => unknown): void => void ends.push(end);

export async function tidy(): Promise<void> {
  for (const end of ends.splice(0).toReversed()) await end();
}

/**
 * The one answer to everything that does not open, verify or parse.
 *
 * It says nothing about why: a cause would help only someone who tries boxes out.
 */
export class Rejected extends Error {
  constructor() {
    super('rejected');
    this.name = 'Rejected';
  }
}

/** Runs `open`; whatever goes wrong inside becomes the one `Rejected`, without a cause. */
export async function rejecting<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch {
    throw new Rejected();
  }
}

/** Refuses unless `holds`. */
export function refuseUnless(holds: boolean): asserts holds {
  if (!holds) throw new Rejected();
}

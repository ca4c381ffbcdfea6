/** A publish that was refused, or that could not go on. The message says what happened and what to do. */

/** Whose turn it is: the editors', the caller's, or the machine owner's. */
export type Fault = 'content' | 'usage' | 'machine';

export class PublishError extends Error {
  readonly fault: Fault;

  constructor(fault: Fault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}

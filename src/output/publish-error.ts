/** A publish that was refused, or that could not go on. The message says what happened and what to do. */

/** Who can mend it: the editors, whoever called the command, or nobody but the machine's owner. */
export type Fault = 'content' | 'usage' | 'machine';

export class PublishError extends Error {
  readonly fault: Fault;

  constructor(fault: Fault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}

/** Why a collector does not start, and what to do about it. */
export class StartError extends Error {
  readonly cure: string;

  constructor(cause: string, cure: string) {
    super(`${cause}\n${cure}`);
    this.name = 'StartError';
    this.cure = cure;
  }
}

/** Slack's way of saying no to a Web API call. */

export class CallRefused extends Error {
  override name = 'CallRefused'
  constructor(
    readonly code: string,
    /** More fields of the answer, for example `response_metadata`. */
    readonly details: Record<string, unknown> = {},
  ) {
    super(code)
  }
}

export function refuseCall(code: string, details?: Record<string, unknown>): never {
  throw new CallRefused(code, details)
}

/** Why a failed message is not sent again. */
export interface RetryRefusal {
  readonly code: 'past' | 'gone' | 'paused' | 'unsubscribed' | 'not-failed';
}

/** The refusal as an English sentence. */
export function retryRefusalSentence({ code }: RetryRefusal): string {
  switch (code) {
    case 'past':
      return 'The tasks in the message are in the past.';
    case 'gone':
      return 'Its recipient no longer has an address.';
    case 'paused':
      return 'The address of its recipient has refused e-mail and is paused.';
    case 'unsubscribed':
      return 'Its recipient has since unsubscribed.';
    case 'not-failed':
      return 'The message has not failed.';
    default:
      return code satisfies never;
  }
}

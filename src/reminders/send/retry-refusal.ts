/** Why a failed message is not sent again. */
export interface RetryRefusal {
  readonly code: 'past' | 'gone' | 'paused' | 'unsubscribed' | 'not-failed';
}

/** The refusal as an English sentence. */
export function retryRefusalSentence({ code }: RetryRefusal): string {
  switch (code) {
    case 'past':
      return 'What the message is about is past.';
    case 'gone':
      return 'Its recipient has no address any more.';
    case 'paused':
      return 'The address of its recipient has refused mail and is paused.';
    case 'unsubscribed':
      return 'Its recipient has unsubscribed since.';
    case 'not-failed':
      return 'The message has not failed.';
    default:
      return code satisfies never;
  }
}

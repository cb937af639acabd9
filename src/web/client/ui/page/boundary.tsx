import { Component, type ReactNode } from 'react';
import { Failure } from './states.js';

interface BoundaryProps {
  readonly children: ReactNode;
}

/** Contains the failure of a part of the page, or of its script, so that the rest keeps working. */
export class Boundary extends Component<BoundaryProps, { readonly error: Error | null }> {
  override readonly state = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    // A script that failed to load is not requested again until the page is reloaded.
    return error ? <Failure error={error} onRetry={() => location.reload()} /> : this.props.children;
  }
}

import { Component, type ReactNode } from 'react';
import { Failure } from './states.js';

interface BoundaryProps {
  readonly children: ReactNode;
}

/** Keeps a part of the page that breaks, or whose script cannot be fetched, from taking the rest with it. */
export class Boundary extends Component<BoundaryProps, { readonly error: Error | null }> {
  override readonly state = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    // A script that was not there once is not asked for again until the page is loaded anew.
    return error ? <Failure error={error} onRetry={() => location.reload()} /> : this.props.children;
  }
}

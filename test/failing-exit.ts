import type { Reporter, TestModule } from 'vitest/node';

/**
 * Lets the command fail when a test has: the PostgreSQL that tests start ends the process itself when it is stopped, and
 * with 0 whatever has happened.
 */
export default class FailingExit implements Reporter {
  onTestRunEnd(_modules: readonly TestModule[], _errors: readonly unknown[], reason: string): void {
    if (reason === 'passed') return;
    process.on('exit', () => {
      process.exitCode = 1;
    });
  }
}

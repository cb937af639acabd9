#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { unsupportedNode } from './supported-node.js';

const { version, engines } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as {
  version: string;
  engines: { node: string };
};

// Nothing else is imported before this check: code built for a newer Node would end an older one without a message.
const refusal = unsupportedNode(process.versions.node, engines.node);
if (refusal === undefined) {
  const { runCommandLine } = await import('./compose/command-line.js');
  process.exitCode = await runCommandLine(version);
} else {
  process.stderr.write(`${refusal}\n`);
  process.exitCode = 2;
}

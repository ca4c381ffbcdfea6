/** `news addresses`: which addresses readers have; with `--update`, notes those of the site as it is now. */

import pc from 'picocolors';
import { readClock } from '../../build/clock.ts';
import { saveLedger } from '../../build/ledger-file.ts';
import { prepareSite } from '../../build/prepare-site.ts';
import { terminalProgress } from '../../build/progress.ts';
import type { Project } from '../../build/project.ts';
import { ledgerFile, printLedger } from '../../content/address-ledger.ts';
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.ts';
import { formatReport } from '../../diagnostics/report.ts';
import { currentAddresses, updatedLedger } from '../../site/lasting-addresses.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';

export interface AddressesArguments {
  readonly update?: true;
  readonly json?: true;
}

interface ListedAddress {
  readonly url: string;
  /** `gone`: it says that it is, or it is held back. */
  readonly state: 'here' | 'moved' | 'gone';
  readonly to?: string;
  /** Not in the ledger yet. */
  readonly isNew: boolean;
}

export async function runAddressesCommand(project: Project, options: AddressesArguments): Promise<ExitCode> {
  const { site, content, ledger, diagnostics, sources } = await prepareSite(project, {
    nowMs: readClock(),
    includeHidden: false,
    progress: terminalProgress(process.stderr),
    checks: 'error',
  });
  // The update itself joins a ledger in which two versions stand.
  const isJoined = ({ code, file }: Diagnostic) =>
    options.update === true &&
    code === 'unfinished-merge' &&
    file === `${project.displayContent}/${ledgerFile}`;
  const stopping = diagnostics.filter((diagnostic) => !isJoined(diagnostic));
  if (site === undefined || content === undefined || hasErrors(stopping)) {
    const report = formatReport(diagnostics, 'terminal', (file) => sources.get(file), pc.isColorSupported);
    process.stderr.write(`${report}Nothing was noted: this site cannot be published.\n`);
    return exitCode.content;
  }
  const next = updatedLedger(content, site.editions, ledger);
  const added = [...next.addresses.keys()].filter((url) => !ledger.addresses.has(url));
  if (options.update === true) {
    if (stopping.length < diagnostics.length || printLedger(next) !== printLedger(ledger))
      await saveLedger(project, next);
    const { size } = next.addresses;
    process.stderr.write(`${ledgerFile} holds ${size} addresses, ${added.length} of them new. Commit it.\n`);
    return exitCode.good;
  }
  const current = currentAddresses(site.editions);
  const moved = new Map([...site.redirects].map(({ from, to }) => [from, to]));
  const list = [...next.addresses.keys()].sort().map((url): ListedAddress => {
    const to = moved.get(url);
    const isNew = !ledger.addresses.has(url);
    if (current.has(url)) return { url, state: 'here', isNew };
    return to === undefined ? { url, state: 'gone', isNew } : { url, state: 'moved', to, isNew };
  });
  if (options.json === true) process.stdout.write(`${JSON.stringify(list, null, 2)}\n`);
  else
    for (const { url, state, to, isNew } of list)
      process.stdout.write(`${state}${isNew ? ', new' : ''}: ${url}${to === undefined ? '' : ` -> ${to}`}\n`);
  return exitCode.good;
}

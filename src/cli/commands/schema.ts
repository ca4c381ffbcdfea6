/** `news schema`: writes what editors' tools are told about the content: JSON Schemas and settings. */

import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pc from 'picocolors';
import { z } from 'zod';
import type { Project } from '../../build/project.ts';
import { UsageError } from '../../build/usage-error.ts';
import { adjustableCodes } from '../../checks/levels.ts';
import { loadContent } from '../../content/load-content.ts';
import type { SiteConfig } from '../../content/site-config.ts';
import { formatReport } from '../../diagnostics/report.ts';
import { writeWhole } from '../../disk/write-whole.ts';
import { jsonSchemas } from '../../editor/json-schemas.ts';
import { vsCodeSettings } from '../../editor/vs-code-settings.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';

export async function runSchema(project: Project): Promise<ExitCode> {
  const { content, diagnostics, sources } = await loadContent({
    contentFolder: project.content,
    displayFolder: project.displayContent,
  });
  if (content === undefined) {
    process.stderr.write(
      formatReport(diagnostics, 'terminal', (file) => sources.get(file), pc.isColorSupported),
    );
    return exitCode.content;
  }
  const settingsFile = path.join(path.dirname(project.content), '.vscode', 'settings.json');
  const settings = await readSettings(settingsFile);
  for (const [file, text] of editorFiles(content.config, path.basename(project.content), settings)) {
    const target = path.join(path.dirname(project.content), file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeWhole(target, text);
    process.stdout.write(`${file}\n`);
  }
  return exitCode.good;
}

/**
 * The files by their path from the folder that holds the content.
 * @param settings what stands in `.vscode/settings.json` already; keys that are not ours stay
 */
export function editorFiles(
  config: SiteConfig,
  folder: string,
  settings: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, string> {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return new Map([
    ...Object.entries(jsonSchemas(config, adjustableCodes)).map(
      ([name, schema]) => [`${folder}/.schema/${name}.schema.json`, json(schema)] as const,
    ),
    ['.vscode/settings.json', json({ ...settings, ...vsCodeSettings(config, folder) })] as const,
  ]);
}

async function readSettings(file: string): Promise<Readonly<Record<string, unknown>>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return {};
  }
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new UsageError(`${file} is not plain JSON (comments are not understood here). Fix or remove it.`);
  }
}

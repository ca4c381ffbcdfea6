/** Asks the questions of `news init` that no flag answers. Gives undefined when they are left with Escape or Ctrl-C. */

import { intro, isCancel, outro, select, text } from '@clack/prompts';
import { hosts } from './starter/hosts.ts';
import { type InitArguments, judges } from './starter/starter-answers.ts';

const questions = [
  ['name', 'What is the newsroom called? (in several languages: News | Nachrichten)', ''],
  ['tagline', 'What is it about, in one sentence?', ''],
  ['url', 'At which address will readers find it?', 'https://news.example.org'],
  ['languages', 'In which languages is it written? The first is the main one', 'en'],
  ['timeZone', 'In which time zone is it?', Intl.DateTimeFormat().resolvedOptions().timeZone],
  ['topics', 'Its topics, with commas between', 'Research, Campus, People'],
  ['accent', 'Its colour (empty: red)', ''],
  ['logo', 'A logo, SVG or PNG (empty: none)', ''],
  ['email', 'Where can readers write to?', ''],
] as const;

export async function askForNewsroom(given: InitArguments): Promise<InitArguments | undefined> {
  intro('A new newsroom');
  const answers: Record<string, string> = {};
  for (const [key, message, example] of questions) {
    if (given[key] !== undefined) continue;
    const answer = await text({
      message,
      ...(example === '' ? {} : { initialValue: example }),
      validate: (value) => (key === 'tagline' ? undefined : judges[key](value ?? '')),
    });
    if (isCancel(answer)) return undefined;
    if (answer !== undefined && answer !== '') answers[key] = answer;
  }
  const host =
    given.host ??
    (await select({
      message: 'Where is it published?',
      options: hosts.map((value) => ({ value, label: hostNames[value] })),
    }));
  if (isCancel(host)) return undefined;
  outro('Thank you.');
  return { ...given, ...answers, host };
}

const hostNames: Readonly<Record<(typeof hosts)[number], string>> = {
  github: 'GitHub Pages',
  gitlab: 'GitLab Pages',
  server: 'a web server of our own',
  s3: 'an object store (S3)',
  netlify: 'Netlify',
  cloudflare: 'Cloudflare Pages',
};

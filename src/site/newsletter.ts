/** The newsroom's letters by e-mail: where readers subscribe, and to whom their addresses are sent. Pure. */

import type { NewsletterFormConfig } from '../content/newsletter-schema.ts';
import type { SiteConfig } from '../content/site-config.ts';

export function newsletterForm({
  newsletter,
}: Pick<SiteConfig, 'newsletter'>): NewsletterFormConfig | undefined {
  return newsletter !== undefined && 'form' in newsletter ? newsletter.form : undefined;
}

/** Origins that the form's page may send to, and those to which the service leads from there. */
export function formTargetsOf(config: Pick<SiteConfig, 'newsletter'>): readonly string[] {
  const form = newsletterForm(config);
  if (form === undefined) return [];
  return [...new Set([form.action, ...form.leadsTo].map((address) => new URL(address).origin))];
}

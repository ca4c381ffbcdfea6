/**
 * What a C2PA manifest says of a picture, out of the report of the library that reads and verifies it: who signed, whether
 * the file is still the one that was signed, and where the picture comes from. Nothing here is trusted: without a list of
 * certificates, who the signer is stays unknown. Source: C2PA specification 2.2, sections 15 and 18. Pure.
 */

import { z } from 'zod';
import { defined } from '../../text/defined.ts';
import { joinSources, machineShare, parseSourceType, type SourceType } from './source-type.ts';

/**
 * `intact`: signature and hashes fit the file. `broken`: one of them does not. `unverified`: neither could be found out,
 * for instance by a certificate that had expired.
 */
export const credentialStates = ['intact', 'broken', 'unverified'] as const;

export interface ContentCredentials {
  readonly state: (typeof credentialStates)[number];
  /** As the certificate names it; the certificate was not verified. */
  readonly signer?: string;
  /** The camera or program that wrote the manifest. */
  readonly tool?: string;
  /** The name of the manifest, `urn:c2pa:…` or `urn:uuid:…`. */
  readonly manifest?: string;
  /** Of the file that was signed, `xmp:iid:…`. */
  readonly instanceId?: string;
  /** Whether the file may be given away as it is: it tells nothing of places, serial numbers and owners. */
  readonly isOriginalPublic: boolean;
}

/** What was read of a manifest, with what it says of the picture's source. */
export interface ReadManifest extends Omit<ContentCredentials, 'isOriginalPublic'> {
  readonly sourceType?: SourceType;
  /** Whether it holds pictures of what the file was made from, which may show what was cut off. */
  readonly hasOtherPictures: boolean;
}

/** Longer names are no names; what shows itself only by changing the direction or the line is taken out. */
const name = z
  .string()
  .transform((text) =>
    text
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
      .trim()
      .slice(0, 200)
      .replace(/\p{Surrogate}$/u, ''),
  )
  .optional()
  .catch(undefined);

/** Names of manifests and files: what else stands there goes into no file of ours. */
const urn = z
  .string()
  .regex(/^[\w:.\-+/]{1,200}$/u)
  .optional()
  .catch(undefined);

const actionSchema = z.object({
  action: z.string().optional().catch(undefined),
  digitalSourceType: z.string().optional().catch(undefined),
});

const manifestSchema = z.object({
  claim_generator: name,
  claim_generator_info: z
    .array(z.object({ name, version: name }))
    .optional()
    .catch(undefined),
  instance_id: urn,
  label: urn,
  signature_info: z.object({ issuer: name, common_name: name }).optional().catch(undefined),
  ingredients: z
    .array(
      z.object({
        relationship: z.string().optional().catch(undefined),
        active_manifest: z.string().optional().catch(undefined),
        thumbnail: z.unknown().optional(),
      }),
    )
    .optional()
    .catch(undefined),
  assertions: z
    .array(z.object({ label: z.string(), data: z.unknown().optional() }))
    .optional()
    .catch(undefined),
});

const codes = z.array(z.object({ code: z.string() }).transform(({ code }) => code)).catch([]);

const storeSchema = z.object({
  active_manifest: z.string().optional(),
  manifests: z.record(z.string(), manifestSchema),
  validation_results: z
    .object({ activeManifest: z.object({ success: codes, failure: codes }).optional() })
    .optional()
    .catch(undefined),
});

type Store = z.infer<typeof storeSchema>;

/** @param report as the library gives it, JSON */
export function interpretReport(report: string): ReadManifest {
  const store = parseStore(report);
  const active = store?.manifests[store.active_manifest ?? ''];
  if (store === undefined || active === undefined) return { state: 'unverified', hasOtherPictures: false };
  const { issuer, common_name: person } = active.signature_info ?? {};
  const [tool] = active.claim_generator_info ?? [];
  return {
    state: stateOf(store),
    ...defined({
      signer:
        [...new Set([person, issuer])].filter((part) => part !== undefined && part !== '').join(', ') ||
        undefined,
      tool: [tool?.name, tool?.version].filter(Boolean).join(' ') || active.claim_generator || undefined,
      manifest: active.label,
      instanceId: active.instance_id,
      sourceType: sourceOf(store, store.active_manifest ?? '', new Set()),
    }),
    hasOtherPictures: Object.values(store.manifests).some(({ ingredients = [] }) =>
      ingredients.some(({ thumbnail }) => thumbnail !== undefined),
    ),
  };
}

function parseStore(report: string): Store | undefined {
  try {
    return storeSchema.safeParse(JSON.parse(report)).data;
  } catch {
    return undefined;
  }
}

function stateOf({ validation_results: results }: Store): ContentCredentials['state'] {
  const { success = [], failure = [] } = results?.activeManifest ?? {};
  if (failure.some((code) => /^(?!timeStamp).*\.mismatch$/u.test(code))) return 'broken';
  // Who signed is not asked: that certificates are unknown here says nothing of the file.
  const isOther = failure.some((code) => !/^(?:signingCredential\.untrusted|timeStamp\.)/u.test(code));
  const isSigned = success.includes('claimSignature.validated');
  const isBound = success.some((code) => /^assertion\.\w+Hash\.match$/u.test(code));
  return isSigned && isBound && !isOther ? 'intact' : 'unverified';
}

/** Manifests that are made from each other, one step after the other. */
const maximumSteps = 50;

/** By what created the picture, by what it was made from, and by what was done to it since. */
function sourceOf(store: Store, label: string, seen: Set<string>): SourceType | undefined {
  const manifest = store.manifests[label];
  if (manifest === undefined || seen.has(label) || seen.size >= maximumSteps) return undefined;
  seen.add(label);
  let made: SourceType | undefined;
  let changed: SourceType | undefined;
  for (const { action = '', digitalSourceType = '' } of actionsOf(manifest)) {
    const term = parseSourceType(digitalSourceType);
    if (term === undefined) continue;
    if (action === 'c2pa.created' || action === 'c2pa.opened') made = joinSources(made, term);
    else if (machineShare(term) !== 'none') changed ??= sourceOfChange(action, term);
  }
  for (const term of metadataSources(manifest)) made = joinSources(made, term);
  for (const { relationship, active_manifest: other } of manifest.ingredients ?? []) {
    const source = other === undefined ? undefined : sourceOf(store, other, seen);
    if (relationship === 'parentOf') made = joinSources(made, source);
    else if (machineShare(source) !== 'none') changed ??= 'compositeSynthetic';
  }
  return joinSources(made, changed);
}

/** What a machine made and was put into a picture, or what it did with the picture. */
function sourceOfChange(action: string, term: SourceType): SourceType {
  if (machineShare(term) === 'changed') return term;
  return action === 'c2pa.placed' ? 'compositeSynthetic' : 'compositeWithTrainedAlgorithmicMedia';
}

/** Signed metadata of the picture: the IPTC's property, as JSON-LD. */
const metadataSchema = z
  .object({
    'Iptc4xmpExt:DigitalSourceType': z.string().optional().catch(undefined),
    'iptcExt:DigitalSourceType': z.string().optional().catch(undefined),
  })
  .transform((data) => Object.values(data));

function metadataSources({ assertions = [] }: Store['manifests'][string]): readonly SourceType[] {
  return assertions.flatMap(({ label, data }) => {
    if (!/^(?:c2pa\.metadata|cawg\.metadata|stds\.iptc)/u.test(label)) return [];
    const values = metadataSchema.safeParse(data).data ?? [];
    return values.flatMap((value) => (value === undefined ? [] : (parseSourceType(value) ?? [])));
  });
}

const actionsSchema = z.object({ actions: z.array(actionSchema) });

function actionsOf({ assertions = [] }: Store['manifests'][string]): readonly z.infer<typeof actionSchema>[] {
  return assertions.flatMap(({ label, data }) =>
    /^c2pa\.actions(?:\.|__|$)/u.test(label) ? (actionsSchema.safeParse(data).data?.actions ?? []) : [],
  );
}

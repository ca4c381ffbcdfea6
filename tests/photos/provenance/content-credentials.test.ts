/** What is made of a manifest's report: states, names, and where a picture comes from through several hands. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { interpretReport } from '../../../src/photos/provenance/content-credentials.ts';
import { type SourceType, sourceAddress } from '../../../src/photos/provenance/source-type.ts';

interface Made {
  readonly actions?: readonly (readonly [action: string, term: SourceType])[];
  readonly ingredients?: readonly { readonly relationship: string; readonly active_manifest: string }[];
  readonly [key: string]: unknown;
}

const manifest = ({ actions = [], ...rest }: Made) => ({
  ...rest,
  assertions: [
    {
      label: 'c2pa.actions.v2',
      data: {
        actions: actions.map(([action, term]) => ({ action, digitalSourceType: sourceAddress(term) })),
      },
    },
  ],
});

const signed = ['claimSignature.validated', 'assertion.dataHash.match'];
const untrusted = ['signingCredential.untrusted'];

function report(manifests: Readonly<Record<string, Made>>, success = signed, failure = untrusted): string {
  const codes = (list: readonly string[]) => list.map((code) => ({ code }));
  return JSON.stringify({
    active_manifest: 'a',
    manifests: Object.fromEntries(Object.entries(manifests).map(([label, made]) => [label, manifest(made)])),
    validation_results: { activeManifest: { success: codes(success), failure: codes(failure) } },
  });
}

test.each([
  ['intact', signed, untrusted],
  ['intact', ['claimSignature.validated', 'assertion.bmffHash.match'], []],
  ['intact', signed, [...untrusted, 'timeStamp.mismatch']],
  ['broken', signed, ['assertion.dataHash.mismatch']],
  ['broken', signed, ['assertion.hashedURI.mismatch']],
  ['broken', ['assertion.dataHash.match'], ['claimSignature.mismatch']],
  // Signed, but by nothing that ties it to this file; tied, but by nobody.
  ['unverified', ['claimSignature.validated'], untrusted],
  ['unverified', ['assertion.dataHash.match'], ['signingCredential.expired']],
  ['unverified', signed, ['claim.malformed']],
  ['unverified', [], []],
])('%s is what %j without %j make', (state, success, failure) => {
  expect(interpretReport(report({ a: {} }, success, failure)).state).toBe(state);
});

describe('where a picture comes from', () => {
  const parent = (label: string) => [{ relationship: 'parentOf', active_manifest: label }];
  const part = (label: string) => [{ relationship: 'componentOf', active_manifest: label }];
  test.each<[string, Record<string, Made>, SourceType | undefined]>([
    ['is what created it', { a: { actions: [['c2pa.created', 'digitalCapture']] } }, 'digitalCapture'],
    [
      'is a machine though a hand edited it since',
      {
        a: { actions: [['c2pa.edited', 'humanEdits']], ingredients: parent('b') },
        b: { actions: [['c2pa.created', 'trainedAlgorithmicMedia']] },
      },
      'trainedAlgorithmicMedia',
    ],
    [
      'is a camera and a machine where one edited what the other took',
      {
        a: { actions: [['c2pa.edited', 'trainedAlgorithmicMedia']], ingredients: parent('b') },
        b: { actions: [['c2pa.created', 'digitalCapture']] },
      },
      'compositeWithTrainedAlgorithmicMedia',
    ],
    [
      'is a composite where something that a machine made was put in',
      {
        a: { actions: [['c2pa.created', 'digitalCapture']], ingredients: part('b') },
        b: { actions: [['c2pa.created', 'trainedAlgorithmicMedia']] },
      },
      'compositeSynthetic',
    ],
    [
      'is a composite where a step says so itself',
      {
        a: {
          actions: [
            ['c2pa.created', 'print'],
            ['c2pa.placed', 'trainedAlgorithmicMedia'],
          ],
        },
      },
      'compositeSynthetic',
    ],
    [
      'is unknown where manifests are made of each other',
      { a: { ingredients: parent('b') }, b: { ingredients: parent('a') } },
      undefined,
    ],
    ['is unknown where nothing says it', { a: {} }, undefined],
  ])('%s', (_, manifests, expected) => {
    expect(interpretReport(report(manifests)).sourceType).toBe(expected);
  });
});

test.each(['c2pa.metadata', 'stds.iptc', 'cawg.metadata__1'])(
  'signed metadata under %s says it too',
  (label) => {
    const data = { 'Iptc4xmpExt:DigitalSourceType': sourceAddress('trainedAlgorithmicMedia') };
    const store = { active_manifest: 'a', manifests: { a: { assertions: [{ label, data }] } } };
    expect(interpretReport(JSON.stringify(store)).sourceType).toBe('trainedAlgorithmicMedia');
    const other = { active_manifest: 'a', manifests: { a: { assertions: [{ label: 'org.other', data }] } } };
    expect(interpretReport(JSON.stringify(other)).sourceType).toBeUndefined();
  },
);

test('names are one line of text, and never longer than a name', () => {
  const {
    signer,
    tool,
    instanceId,
    manifest: label,
  } = interpretReport(
    report({
      a: {
        signature_info: { common_name: 'A\u202egnp.exe\n\u0000B', issuer: 'x'.repeat(5000) },
        claim_generator_info: [{ name: ' Photo\tEditor ' }],
        instance_id: 'xmp:iid:"/><evil>',
        label: 'urn:c2pa:1',
      },
    }),
  );
  expect(signer).toBe(`A gnp.exe B, ${'x'.repeat(200)}`);
  expect(tool).toBe('Photo Editor');
  expect(instanceId).toBeUndefined();
  expect(label).toBe('urn:c2pa:1');
});

test('thumbnails of what it was made from are noticed', () => {
  const ingredients = [
    { relationship: 'parentOf', active_manifest: 'b', thumbnail: { format: 'image/jpeg' } },
  ];
  expect(interpretReport(report({ a: { ingredients } })).hasOtherPictures).toBe(true);
  expect(interpretReport(report({ a: {} })).hasOtherPictures).toBe(false);
});

test('no report throws, whatever it is', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      expect(interpretReport(text).state).toBe('unverified');
    }),
    { numRuns: 100 },
  );
});

/**
 * The network is cut at each request of a publish into a bucket, before the store has it or before its answer is back.
 * Readers who follow links find everything, and the next publish completes the site.
 */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltSite, builtSite, firstSite, secondSite } from '../publish/built-site.ts';
import { type S3Double, s3Double } from '../publish/s3-double.ts';
import { publishTo } from '../publish/target-double.ts';
import { troublesOfReader } from './follow-links.ts';

let first: BuiltSite;
let second: BuiltSite;
let target: S3Double;

beforeAll(async () => {
  [first, second, target] = await Promise.all([builtSite(), builtSite(), s3Double()]);
  await first.build(firstSite);
  await second.build(secondSite);
});

afterAll(async () => {
  await Promise.all([first, second].map((site) => site.remove()));
  await target.stop();
});

test('whatever request the network is cut at, links work and the next publish completes the site', {}, async () => {
  await publishTo(target, first.folder);
  const begun = target.requests();
  await publishTo(target, second.folder);
  const requests = target.requests() - begun;
  expect(requests).toBeGreaterThan(15);

  const sites = [
    { site: first, files: firstSite, other: secondSite },
    { site: second, files: secondSite, other: firstSite },
  ];
  // Every way back and forth is cut one request later; by turns the request is lost, or its answer.
  for (let request = 1; request <= requests; request += 1) {
    for (const { site, files, other } of sites) {
      target.cutAt(request, (request + (site === first ? 0 : 1)) % 2 === 0 ? 'before' : 'after');
      const cut = await publishTo(target, site.folder).catch((error: unknown) => String(error));
      target.cutAt(undefined);
      await target.settled();
      expect(troublesOfReader(await target.shown(), other, files), `request ${request}`).toEqual([]);
      if (typeof cut === 'string') expect(cut).toContain('publish again');
      // The lease of the cut publish would stand for two minutes.
      await target.forgetLease();
      await publishTo(target, site.folder);
      expect(await target.shown(), `after request ${request}`).toEqual(new Map(Object.entries(files).sort()));
    }
  }
});

#!/usr/bin/env bash
# @trustnxt/c2pa-ts 0.9.4 signs with ECDSA in a form that C2PA's reference implementation refuses.
#
# Expected: a picture signed by its LocalSigner with ES256 is verified by @contentauth/c2pa-wasm 0.15.0 (c2pa-rs).
# Seen: claimSignature.mismatch, "EC signature should be in P1363 r|s format": COSE (RFC 9053, section 2.1) wants both numbers
#   side by side, 64 bytes; LocalSigner writes them in DER, about 70. With a signer that calls WebCrypto, all is well.
# Why a newsroom cares: pictures that it signs with the library look forged everywhere else.
# Way round: give it a signer of your own: { algorithm, certificate, chainCertificates, sign } with crypto.subtle.sign.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
# cbor-extract's newest optional packages are not everywhere.
echo '{"name":"try","version":"1.0.0","type":"module","overrides":{"cbor-extract":"2.2.2"}}' > package.json
npm install --silent --ignore-scripts @trustnxt/c2pa-ts@0.9.4 @contentauth/c2pa-wasm@0.15.0 @peculiar/x509@1.14.3 sharp@0.35.5
cat > try.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { initSync, WasmReader } from '@contentauth/c2pa-wasm';
import { JPEG } from '@trustnxt/c2pa-ts/asset';
import { CoseAlgorithmIdentifier, LocalSigner } from '@trustnxt/c2pa-ts/cose';
import * as c2pa from '@trustnxt/c2pa-ts/manifest';
import sharp from 'sharp';

x509.cryptoProvider.set(crypto);
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const [root, leaf] = await Promise.all(
  [0, 1].map(() => crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])),
);
const dates = { notBefore: new Date('2020-01-01'), notAfter: new Date('2100-01-01'), signingAlgorithm: algorithm };
const authority = await x509.X509CertificateGenerator.createSelfSigned({
  ...dates, serialNumber: '01', name: 'CN=Root, O=Test', keys: root,
  extensions: [
    new x509.BasicConstraintsExtension(true, 1, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    await x509.SubjectKeyIdentifierExtension.create(root.publicKey),
  ],
});
const certificate = await x509.X509CertificateGenerator.create({
  ...dates, serialNumber: '02', subject: 'CN=Camera, O=Test', issuer: authority.subject,
  publicKey: leaf.publicKey, signingKey: root.privateKey,
  extensions: [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.36']),
    await x509.SubjectKeyIdentifierExtension.create(leaf.publicKey),
    await x509.AuthorityKeyIdentifierExtension.create(root.publicKey),
  ],
});
const key = new Uint8Array(await crypto.subtle.exportKey('pkcs8', leaf.privateKey));
const local = new LocalSigner(key, CoseAlgorithmIdentifier.ES256, certificate, [authority]);
const plain = {
  algorithm: local.algorithm, certificate: local.certificate, chainCertificates: local.chainCertificates,
  sign: async (payload) => new Uint8Array(await crypto.subtle.sign(algorithm, leaf.privateKey, payload)),
};
const picture = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#888' } }).jpeg().toBuffer();
initSync({ module: readFileSync(createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm')) });

for (const [name, signer] of [['LocalSigner', local], ['WebCrypto', plain]]) {
  const asset = new JPEG(new Uint8Array(picture));
  const store = new c2pa.ManifestStore();
  const manifest = store.createManifest({
    claimVersion: c2pa.ClaimVersion.V1, assetFormat: 'image/jpeg', instanceID: 'xmp:iid:1', defaultHashAlgorithm: 'SHA-256', signer,
  });
  const hash = c2pa.DataHashAssertion.create('SHA-512');
  manifest.addAssertion(hash);
  await asset.ensureManifestSpace(store.measureSize());
  await hash.updateWithAsset(asset);
  await manifest.sign(signer);
  await asset.writeManifestJUMBF(store.getBytes());
  const settings = JSON.stringify({ verify: { verify_trust: false, ocsp_fetch: false, remote_manifest_fetch: false } });
  const reader = await WasmReader.fromBytes('image/jpeg', await asset.getDataRange(), settings);
  const { success, failure } = JSON.parse(reader.json()).validation_results.activeManifest;
  const all = [...success, ...failure].map(({ code }) => code).filter((code) => /^claimSignature\.(validated|mismatch)/.test(code));
  console.log(name, (await signer.sign(new Uint8Array(3))).length === 64 ? '64 bytes' : 'other length', all.join(' '));
}
JS
seen=$(node try.mjs)
echo "$seen"
expected=$(cat <<'TEXT'
LocalSigner other length claimSignature.mismatch
WebCrypto 64 bytes claimSignature.validated
TEXT
)
[ "$seen" = "$expected" ] || { echo "This has changed; expected:"; echo "$expected"; exit 1; }

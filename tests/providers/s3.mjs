// Storage that speaks S3, for tests: s3rver, which keeps the objects, behind a door that checks every signature. s3rver knows
// the accounts but does not calculate version 4 signatures; aws4 does, independently of the program's own library.
//
//   node s3.mjs PORT FOLDER BUCKET ACCOUNT SECRET
import crypto from 'node:crypto';
import http from 'node:http';
import aws4 from 'aws4';
import S3rver from 's3rver';

const [port, directory, bucket, account, secret] = process.argv.slice(2);
const inner = new S3rver({ directory, silent: true, configureBuckets: [{ name: bucket, configs: [] }] });
await inner.configureBuckets();
const answer = inner.callback();

/** The parts of `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`. */
const parts = (header) => Object.fromEntries([...header.matchAll(/(Credential|SignedHeaders|Signature)=([^,\s]+)/g)].map((m) => [m[1], m[2]]));

/** What is wrong with the signature of a request; nothing: it is right. */
function fault(request) {
  const { Credential, SignedHeaders, Signature } = parts(request.headers.authorization ?? '');
  if (!Credential || !SignedHeaders || !Signature) return 'AccessDenied';
  const [id, , region] = Credential.split('/');
  if (id !== account) return 'InvalidAccessKeyId';
  const signed = SignedHeaders.split(';');
  if (!signed.includes('host') || !signed.includes('x-amz-date')) return 'AccessDenied';
  const headers = Object.fromEntries(signed.map((name) => [name, request.headers[name]]));
  const again = aws4.sign(
    { service: 's3', region, method: request.method, path: request.url, headers, extraHeadersToInclude: Object.fromEntries(signed.map((name) => [name, true])) },
    { accessKeyId: account, secretAccessKey: secret },
  );
  const right = parts(again.headers.Authorization).Signature;
  const same = right.length === Signature.length && crypto.timingSafeEqual(Buffer.from(right), Buffer.from(Signature));
  return same ? '' : 'SignatureDoesNotMatch';
}

const server = http.createServer((request, response) => {
  const code = fault(request);
  if (!code) return answer(request, response);
  // The rest of what was sent is read, so that the answer is.
  request.resume();
  response.writeHead(403, { 'content-type': 'application/xml', connection: 'close' });
  return response.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
});
server.listen(Number(port), '127.0.0.1');

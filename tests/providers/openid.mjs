// A real OpenID provider (oidc-provider, certified by the OpenID Foundation) for the journeys: whoever types a login is that
// account. PUT /test/accounts/LOGIN sets what the provider says about it; POST /test/keys changes the keys it signs with.
//
//   node tests/providers/openid.mjs PORT RETURN_ADDRESS AFTER_LOGOUT
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const [port, back, after] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const accounts = new Map();

const client = (client_id) => ({
  client_id,
  client_secret: `secret of ${client_id}`,
  redirect_uris: [back],
  post_logout_redirect_uris: [after],
  response_types: ['code'],
  grant_types: ['authorization_code'],
});

function make() {
  const jwk = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  const provider = new Provider(issuer, {
    clients: [client('citizens'), client('staff')],
    jwks: { keys: [{ ...jwk, kid: `key-${Date.now()}`, use: 'sig', alg: 'RS256' }] },
    acrValues: ['https://data.gov.dk/concept/core/nsis/loa/Substantial', 'https://data.gov.dk/concept/core/nsis/loa/High'],
    claims: { openid: ['sub', 'groups', 'loa'], profile: ['name'], email: ['email', 'email_verified'] },
    cookies: { keys: ['only for tests'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 3600, Grant: 3600 },
    async findAccount(ctx, login) {
      return { accountId: login, claims: async () => ({ sub: login, ...accounts.get(login) }) };
    },
    // Nobody is asked whether the municipality may know: it is the municipality's own provider.
    async loadExistingGrant(ctx) {
      const { oidc } = ctx;
      const known = oidc.session.grantIdFor(oidc.client.clientId);
      if (known) return oidc.provider.Grant.find(known);
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  provider.on('server_error', (ctx, error) => console.error(error));
  return provider;
}

let provider = make();

const page = (form) => `<!doctype html><html lang="da"><meta charset="utf-8"><title>Provider</title><h1>Provider</h1><form method="post">${form}</form>`;
const FORM = '<label>Login <input name="login"></label><button name="act" value="in">In</button><button name="act" value="cancel">Cancel</button>';

async function body(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

async function interaction(request, response) {
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    return response.end(page(FORM));
  }
  const said = new URLSearchParams(await body(request));
  const login = said.get('login');
  const result = said.get('act') === 'cancel'
    ? { error: 'access_denied', error_description: 'the person said no' }
    : { login: { accountId: login, acr: accounts.get(login)?.acr } };
  return provider.interactionFinished(request, response, result);
}

createServer(async (request, response) => {
  const { pathname } = new URL(request.url, issuer);
  if (pathname.startsWith('/test/accounts/')) {
    accounts.set(decodeURIComponent(pathname.slice('/test/accounts/'.length)), JSON.parse(await body(request)));
    return response.writeHead(204).end();
  }
  if (pathname === '/test/keys') {
    provider = make();
    return response.writeHead(204).end();
  }
  if (pathname.startsWith('/interaction/')) return interaction(request, response);
  return provider.callback()(request, response);
}).listen(Number(port), '127.0.0.1', () => console.log(`ready at ${issuer}`));

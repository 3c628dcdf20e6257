const test = require('node:test'), assert = require('node:assert');
const { handler } = require('./index.js');

const person = (attributes, groups) => ({
  triggerSource: 'TokenGeneration_HostedAuth',
  request: { userAttributes: attributes, groupConfiguration: { groupsToOverride: groups } },
});
const machine = scopes => ({ triggerSource: 'TokenGeneration_ClientCredentials', request: { scopes } });
const claims = async event =>
  (await handler(event)).response.claimsAndScopeOverrideDetails.accessTokenGeneration.claimsToAddOrOverride;

test('an advocate opens the books of their own', async () =>
  assert.deepEqual(await claims(person({ sub: 'a' }, ['advocate-senior'])), { tenant: 'a', roles: ['advocate-senior'] }));
test('a clerk opens the books that were given', async () =>
  assert.deepEqual(await claims(person({ sub: 'c', 'custom:tenant': 'a' }, ['clerk'])), { tenant: 'a', roles: ['clerk'] }));
test('a clerk without books gets no token', () =>
  assert.rejects(claims(person({ sub: 'c' }, ['clerk'])), /whose books/));
test('a group that is no role gives nothing', () =>
  assert.rejects(claims(person({ sub: 'a', 'custom:tenant': 'a' }, ['superuser'])), /No role/));
test('who is in no group gets no token', () =>
  assert.rejects(claims(person({ sub: 'a', 'custom:tenant': 'a' }, undefined)), /No role/));
test('a machine has what its scopes say', async () =>
  assert.deepEqual(await claims(machine(['tenant/a', 'role/analyst'])), { tenant: 'a', roles: ['analyst'] }));
test('a machine cannot open two books', () =>
  assert.rejects(claims(machine(['tenant/a', 'tenant/b', 'role/analyst'])), /exactly one/));
test('a machine without books gets no token', () =>
  assert.rejects(claims(machine(['role/analyst'])), /exactly one/));

// Writes what LexoHub asks of an access token: `tenant`, whose books it opens, and `roles`. A person's come from the
// pool (attribute custom:tenant, groups), a machine's from the scopes that its client was given (tenant/<id>, role/<name>);
// neither can be chosen by who asks. A token that would open nothing is refused here.
const ROLES = ['advocate-junior', 'advocate-senior', 'chambers-admin', 'clerk', 'attorney', 'auditor', 'analyst', 'admin'];
const OWN_BOOKS = ['advocate-junior', 'advocate-senior'];

const startingWith = (prefix, values) => values.filter(it => it.startsWith(prefix)).map(it => it.slice(prefix.length));

function ofMachine(request) {
  const scopes = request.scopes ?? [];
  const tenants = startingWith('tenant/', scopes);
  if (tenants.length !== 1) throw new Error('A client opens the books of exactly one tenant');
  return { tenant: tenants[0], roles: startingWith('role/', scopes) };
}

function ofPerson(request) {
  const attributes = request.userAttributes ?? {};
  const roles = request.groupConfiguration?.groupsToOverride ?? [];
  // An advocate who was given no other books has those of his or her own.
  const own = roles.some(role => OWN_BOOKS.includes(role)) ? attributes.sub : undefined;
  const tenant = attributes['custom:tenant'] || own;
  if (!tenant) throw new Error('Nobody said whose books this person opens');
  return { tenant, roles };
}

exports.handler = async event => {
  const machine = event.triggerSource === 'TokenGeneration_ClientCredentials';
  const { tenant, roles } = machine ? ofMachine(event.request) : ofPerson(event.request);
  const known = roles.filter(role => ROLES.includes(role));
  if (known.length === 0) throw new Error('No role was given');
  event.response = {
    claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride: { tenant, roles: known } } },
  };
  return event;
};

// A schema-only "hashicorp/aws" provider: the real terraform binary runs `validate` and `test` with mock_provider on it,
// without a registry. It can neither plan nor apply against AWS. TERRAFORM_OFFLINE_SCHEMA names the schema to serve.
//
// Terraform starts a provider several times per command. `node server.js shared` starts once for all of them: it writes what
// TF_REATTACH_PROVIDERS has to say, and serves until it is ended.
const grpc = require('@grpc/grpc-js'), loader = require('@grpc/proto-loader');
const { execFileSync } = require('child_process'), fs = require('fs'), os = require('os'), path = require('path');

const shared = process.argv[2] === 'shared';
if (!shared && process.env.TF_PLUGIN_MAGIC_COOKIE !== 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2') {
  console.error('This is a Terraform plugin; terraform starts it. `node server.js shared` serves any number of terraforms.');
  process.exit(1);
}
const options = { keepCase: true, longs: Number, enums: String, defaults: false };
const proto = file => grpc.loadPackageDefinition(loader.loadSync(path.join(__dirname, file), options));
const schema = JSON.parse(fs.readFileSync(process.env.TERRAFORM_OFFLINE_SCHEMA || path.join(__dirname, 'schema.json')));
const encode = block => ({
  version: block.version,
  attributes: block.attributes.map(a => ({ ...a, type: Buffer.from(JSON.stringify(a.type)) })),
  block_types: block.block_types.map(nested => ({ ...nested, block: encode(nested.block) })),
});
const encodeAll = blocks => Object.fromEntries(Object.entries(blocks).map(([type, block]) => [type, { version: 0, block: encode(block) }]));

// Terraform trusts the certificate that the handshake line carries.
function certificate() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'terraform-provider-'));
  const key = path.join(folder, 'key'), certificate = path.join(folder, 'certificate');
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', key,
    '-out', certificate, '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost',
    '-addext', 'extendedKeyUsage=serverAuth,clientAuth', '-addext', 'keyUsage=critical,digitalSignature,keyEncipherment,keyCertSign'],
    { stdio: 'ignore' });
  const pair = { private_key: fs.readFileSync(key), cert_chain: fs.readFileSync(certificate) };
  fs.rmSync(folder, { recursive: true });
  return pair;
}
const pair = shared ? null : certificate();

const server = new grpc.Server({ 'grpc.max_send_message_length': -1 });
const nothing = (call, answer) => answer(null, {});
const wholeSchema = {
  provider: { version: 0, block: encode(schema.provider) },
  resource_schemas: encodeAll(schema.resources),
  data_source_schemas: encodeAll(schema.data),
};
server.addService(proto('tf5.proto').tfplugin5.Provider.service, {
  GetSchema: (call, answer) => answer(null, wholeSchema),
  PrepareProviderConfig: (call, answer) => answer(null, { prepared_config: call.request.config }),
  ValidateResourceTypeConfig: nothing,
  ValidateDataSourceConfig: nothing,
  Stop: nothing,
});
server.addService(proto('ctl.proto').plugin.GRPCController.service, {
  Shutdown: (call, answer) => { answer(null, {}); if (!shared) setTimeout(() => process.exit(0), 50); },
});
const credentials = shared ? grpc.ServerCredentials.createInsecure() : grpc.ServerCredentials.createSsl(null, [pair], false);
server.bindAsync('127.0.0.1:0', credentials, (error, port) => {
  if (error) throw error;
  if (shared) {
    const at = { Protocol: 'grpc', ProtocolVersion: 5, Pid: process.pid, Test: true, Addr: { Network: 'tcp', String: `127.0.0.1:${port}` } };
    process.stdout.write(`${JSON.stringify({ 'registry.terraform.io/hashicorp/aws': at })}\n`);
  } else {
    const der = pair.cert_chain.toString().replace(/-----[^-]+-----|\s/g, '').replace(/=+$/, '');
    process.stdout.write(`1|5|tcp|127.0.0.1:${port}|grpc|${der}\n`);
  }
});

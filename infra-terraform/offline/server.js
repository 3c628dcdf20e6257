// A schema-only "hashicorp/aws" provider: the real terraform binary runs `validate` and `test` with mock_provider on it,
// without a registry. It can neither plan nor apply against AWS. TERRAFORM_OFFLINE_SCHEMA names the schema to serve.
const grpc = require('@grpc/grpc-js'), loader = require('@grpc/proto-loader');
const { execFileSync } = require('child_process'), fs = require('fs'), os = require('os'), path = require('path');

if (process.env.TF_PLUGIN_MAGIC_COOKIE !== 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2') {
  console.error('This is a Terraform plugin; terraform starts it.');
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
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'terraform-provider-'));
const keyFile = path.join(folder, 'key'), certificateFile = path.join(folder, 'certificate');
execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', keyFile,
  '-out', certificateFile, '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost',
  '-addext', 'extendedKeyUsage=serverAuth,clientAuth', '-addext', 'keyUsage=critical,digitalSignature,keyEncipherment,keyCertSign'],
  { stdio: 'ignore' });
const certificate = fs.readFileSync(certificateFile), key = fs.readFileSync(keyFile);
fs.rmSync(folder, { recursive: true });

const server = new grpc.Server({ 'grpc.max_send_message_length': -1 });
const nothing = (call, answer) => answer(null, {});
server.addService(proto('tf5.proto').tfplugin5.Provider.service, {
  GetSchema: (call, answer) => answer(null, {
    provider: { version: 0, block: encode(schema.provider) },
    resource_schemas: encodeAll(schema.resources),
    data_source_schemas: encodeAll(schema.data),
  }),
  PrepareProviderConfig: (call, answer) => answer(null, { prepared_config: call.request.config }),
  ValidateResourceTypeConfig: nothing,
  ValidateDataSourceConfig: nothing,
  Stop: nothing,
});
server.addService(proto('ctl.proto').plugin.GRPCController.service, {
  Shutdown: (call, answer) => { answer(null, {}); setTimeout(() => process.exit(0), 50); },
});
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createSsl(null, [{ private_key: key, cert_chain: certificate }], false), (error, port) => {
  if (error) throw error;
  const der = certificate.toString().replace(/-----[^-]+-----|\s/g, '').replace(/=+$/, '');
  process.stdout.write(`1|5|tcp|127.0.0.1:${port}|grpc|${der}\n`);
});

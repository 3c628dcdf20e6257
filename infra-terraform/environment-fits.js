// Holds what the tasks are told against what the application reads:
//   every property that a part of infra-embedded supplies is told to a task, or AWS itself stands in for it;
//   every LEXOHUB_ name that a task is told is one that the application's code reads.
// Names are compared as Spring does: without dashes, letter case aside.
const fs = require('fs'), path = require('path');
const root = path.resolve(__dirname, '..');

const NOT_ON_AWS = {
  'lexohub.s3.endpoint': 'S3 itself', 'lexohub.sqs.endpoint': 'SQS itself', 'lexohub.eventbridge.endpoint': 'EventBridge itself', 'lexohub.dynamodb.endpoint': 'DynamoDB itself',
  'lexohub.aws.access-key-id': "the task's role", 'lexohub.aws.secret-access-key': "the task's role",
  'lexohub.initialised': 'the name of a file', 'lexohub.data': 'parts of one machine', 'lexohub.fresh': 'parts of one machine', 'lexohub.parts': 'parts of one machine',
};

const walk = folder => fs.readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
  const name = path.join(folder, entry.name);
  if (entry.isDirectory()) return ['target', 'node_modules', '.git', 'infra-terraform', 'test'].includes(entry.name) ? [] : walk(name);
  return name.endsWith('.java') ? [name] : [];
});
const canonical = property => property.toLowerCase().replace(/-/g, '');
const ofEnvironment = name => name.toLowerCase().replace(/_/g, '.');

const told = new Set();
for (const file of ['modules/service/environment.tf', 'stack/main.tf'])
  for (const [, name] of fs.readFileSync(path.join(__dirname, file), 'utf8').matchAll(/\b((?:LEXOHUB|SPRING|MANAGEMENT)_[A-Z0-9_]+)\s*=/g)) told.add(name);
const toldProperties = new Set([...told].map(ofEnvironment));

const supplied = new Set(), read = new Set();
for (const file of walk(root)) {
  const text = fs.readFileSync(file, 'utf8');
  if (file.includes(`${path.sep}infra-embedded${path.sep}`))
    for (const [, property] of text.matchAll(/"((?:lexohub|spring)\.[a-z0-9.-]*[a-z0-9])"/g)) supplied.add(property);
  for (const [, property] of text.matchAll(/\$\{(lexohub\.[a-z0-9.-]+)/g)) read.add(canonical(property));
  for (const [, property] of text.matchAll(/ConditionalOnProperty\("(lexohub\.[a-z0-9.-]+)"/g)) read.add(canonical(property));
  for (const found of text.matchAll(/@ConfigurationProperties\("(lexohub[a-z0-9.-]*)"\)[^{]*?record \w+\(([^{]*?)\)\s*(?:implements [^{]*)?\{/g))
    for (const [, component] of found[2].matchAll(/(\w+)\s*(?:,|$)/g)) read.add(canonical(`${found[1]}.${component}`));
}

const problems = [];
if (supplied.size < 10 || read.size < 20) problems.push(`only ${supplied.size} supplied and ${read.size} read properties were found: this check has lost sight of the code`);
for (const property of supplied)
  if (!(property in NOT_ON_AWS) && !property.startsWith('lexohub.ports') && !toldProperties.has(canonical(property)))
    problems.push(`${property} is supplied by infra-embedded, and no task is told it`);
for (const name of told)
  if (name.startsWith('LEXOHUB_') && !read.has(ofEnvironment(name))) problems.push(`${name} is told, and no code reads it`);

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
console.log(`tasks' environment: ${told.size} names, each one that the application reads (${supplied.size} supplied locally)`);

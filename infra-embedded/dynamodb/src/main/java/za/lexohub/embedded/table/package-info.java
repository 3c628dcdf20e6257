/** Starts DynamoDB Local in the JVM it is run in, from the jars on its class path. */
package za.lexohub.embedded.table;

/** Starts one OpenSearch node in the JVM it is run in, from the jars on its class path. */
package za.lexohub.embedded.node;

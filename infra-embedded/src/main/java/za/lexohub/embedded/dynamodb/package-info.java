/** The DynamoDB tables of sessions and open connections. */
@NullMarked
package za.lexohub.embedded.dynamodb;

import org.jspecify.annotations.NullMarked;

/** Sessions, limits and connections against a real Redis and DynamoDB's own stand-in. */
@NullMarked
package za.lexohub.sessions;

import org.jspecify.annotations.NullMarked;

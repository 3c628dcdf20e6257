/**
 * A server that holds callers to the contract of EventBridge PutEvents and remembers what it
 * accepted.
 */
@NullMarked
package za.lexohub.embedded.eventbridge;

import org.jspecify.annotations.NullMarked;

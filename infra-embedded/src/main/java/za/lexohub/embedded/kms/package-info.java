/** A server that holds callers to the contract of KMS, with real keys in memory. */
@NullMarked
package za.lexohub.embedded.kms;

import org.jspecify.annotations.NullMarked;

/** Shows that the contract server holds a real client to the contract of KMS. */
@NullMarked
package za.lexohub.embedded.kms;

import org.jspecify.annotations.NullMarked;

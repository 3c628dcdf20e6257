/**
 * The secrets: one key per data subject, wrapped by a master key; and the tokens of public links.
 */
@NullMarked
package za.lexohub.vault;

import org.jspecify.annotations.NullMarked;

/** HTTP's side of statements of account. */
@NullMarked
package za.lexohub.api.statement;

import org.jspecify.annotations.NullMarked;

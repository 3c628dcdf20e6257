/** Questions about statements of account. */
@NullMarked
package za.lexohub.query.statement;

import org.jspecify.annotations.NullMarked;

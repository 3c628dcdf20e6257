/** Statements of account as a matter lists them, in SQL. */
@NullMarked
package za.lexohub.readmodels.statement;

import org.jspecify.annotations.NullMarked;

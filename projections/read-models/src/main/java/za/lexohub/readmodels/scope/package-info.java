/** Scope amendments as lists and pages show them, in SQL. */
@NullMarked
package za.lexohub.readmodels.scope;

import org.jspecify.annotations.NullMarked;

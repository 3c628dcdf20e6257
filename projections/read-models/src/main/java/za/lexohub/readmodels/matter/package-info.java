/** Matters as lists and pages show them, in SQL, with a card of each in Redis. */
@NullMarked
package za.lexohub.readmodels.matter;

import org.jspecify.annotations.NullMarked;

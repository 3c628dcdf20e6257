/** Engagement agreements as lists and pages show them, in SQL. */
@NullMarked
package za.lexohub.readmodels.agreement;

import org.jspecify.annotations.NullMarked;

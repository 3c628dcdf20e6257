/** Pro formas as lists and pages show them, in SQL. */
@NullMarked
package za.lexohub.readmodels.proforma;

import org.jspecify.annotations.NullMarked;

/** Whole read models as flat rows, column by column, for files that leave the system. */
@NullMarked
package za.lexohub.readmodels.export;

import org.jspecify.annotations.NullMarked;

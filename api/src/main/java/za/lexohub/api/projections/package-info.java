/** How far what is shown has come. */
@NullMarked
package za.lexohub.api.projections;

import org.jspecify.annotations.NullMarked;

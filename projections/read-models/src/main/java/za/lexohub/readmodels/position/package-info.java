/** How far each read model has come in the log. */
@NullMarked
package za.lexohub.readmodels.position;

import org.jspecify.annotations.NullMarked;

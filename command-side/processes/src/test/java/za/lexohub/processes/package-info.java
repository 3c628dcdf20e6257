/** The events of a walk and the stage on which sagas are tried. */
@NullMarked
package za.lexohub.processes;

import org.jspecify.annotations.NullMarked;

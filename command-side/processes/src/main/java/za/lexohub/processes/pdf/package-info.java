/**
 * Makes the papers of a practice, byte for byte the same from the same events, and records them.
 */
@NullMarked
package za.lexohub.processes.pdf;

import org.jspecify.annotations.NullMarked;

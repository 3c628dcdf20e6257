/** Starts the real parts of LexoHub on one machine, for the one-command run and for every test. */
@NullMarked
package za.lexohub.embedded;

import org.jspecify.annotations.NullMarked;

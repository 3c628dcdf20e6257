/** Kills the application and the database under load, then looks whether anything is lost. */
@NullMarked
package za.lexohub.benchmarks.crash;

import org.jspecify.annotations.NullMarked;

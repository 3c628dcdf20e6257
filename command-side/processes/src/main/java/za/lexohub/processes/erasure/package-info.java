/**
 * Carries out what was erased: on its day, until the last key is gone, in the stored papers too.
 */
@NullMarked
package za.lexohub.processes.erasure;

import org.jspecify.annotations.NullMarked;

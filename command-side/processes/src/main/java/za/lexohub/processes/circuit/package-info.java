/** Circuit breakers around what this side calls: what fails is left alone for a while. */
@NullMarked
package za.lexohub.processes.circuit;

import org.jspecify.annotations.NullMarked;

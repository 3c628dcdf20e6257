/**
 * What happens because time passes: how every process waits and asks again, and the processes that
 * only watch a date.
 */
@NullMarked
package za.lexohub.processes.deadlines;

import org.jspecify.annotations.NullMarked;

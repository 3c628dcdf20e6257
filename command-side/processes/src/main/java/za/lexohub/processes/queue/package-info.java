/**
 * The messages on the work queues, in the shapes that the plan fixed, and how they are consumed.
 */
@NullMarked
package za.lexohub.processes.queue;

import org.jspecify.annotations.NullMarked;

/** What follows when a matter outgrows its budget, and when its attorney agrees to another one. */
@NullMarked
package za.lexohub.processes.scope;

import org.jspecify.annotations.NullMarked;

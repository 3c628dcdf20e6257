/** How a process begins and ends: what it must be told, and how it takes its leave of callers. */
@NullMarked
package za.lexohub.api.startup;

import org.jspecify.annotations.NullMarked;

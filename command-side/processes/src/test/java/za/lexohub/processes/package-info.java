/** What the tests of this module share: a log in memory and papers told as events. */
@NullMarked
package za.lexohub.processes;

import org.jspecify.annotations.NullMarked;

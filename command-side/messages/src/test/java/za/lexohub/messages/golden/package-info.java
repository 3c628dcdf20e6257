/** The whole logs of past releases, for the tests of every module that reads the log. */
@NullMarked
package za.lexohub.messages.golden;

import org.jspecify.annotations.NullMarked;

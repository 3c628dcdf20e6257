/** The auditor's work from a command line, with a database address and nothing else running. */
@NullMarked
package za.lexohub.audit.command;

import org.jspecify.annotations.NullMarked;

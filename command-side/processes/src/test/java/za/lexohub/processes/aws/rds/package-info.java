/** The application shows Aurora its role's signature in place of a password. */
@NullMarked
package za.lexohub.processes.aws.rds;

import org.jspecify.annotations.NullMarked;

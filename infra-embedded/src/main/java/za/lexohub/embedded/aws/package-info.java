/** What the doors of AWS's services have in common: who may come in, and how they say no. */
@NullMarked
package za.lexohub.embedded.aws;

import org.jspecify.annotations.NullMarked;
